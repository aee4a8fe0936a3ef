import type { ShapeTable } from '../../shape/shape-table.ts';
import { SpecBudget, testSteps } from '../language/budget.ts';
import { checkExpression } from '../language/check.ts';
import type { Checked } from '../language/checked.ts';
import { type Environment, makeEnvironment } from '../language/environment.ts';
import { keepPaths } from '../language/facts.ts';
import { parseExpression } from '../language/parse.ts';
import type { Problem } from '../language/problem.ts';
import { ShapeTypes } from '../language/shape-type.ts';
import type { Expression } from '../language/tree.ts';
import { dynType, isNumber, nameType, type Type } from '../language/type.ts';
import { compileModelPattern } from './model-pattern.ts';

// The one file that knows the checker: documents, tests and mutants speak to it through these names.
export type { Environment, Expression, Problem, Type };
export { dynType, isNumber, keepPaths, makeEnvironment, nameType, SpecBudget, testSteps };

/** An expression that has passed the checker, and what it was checked in. */
export interface CheckedExpression {
  readonly source: string;
  readonly checked: Checked;
  readonly environment: Environment;
}

/** Parses and checks an expression; null where there are problems. */
export function checkSource(
  source: string,
  environment: Environment,
): {
  readonly expression: CheckedExpression | null;
  readonly type: Type | null;
  readonly problems: readonly Problem[];
} {
  const { tree, problems } = parseExpression(source);
  if (tree === null) return { expression: null, type: null, problems };
  const checked = checkExpression(tree, environment, source);
  const expression = checked.problems.length > 0 ? null : { source, checked, environment };
  return { expression, type: checked.type, problems: checked.problems };
}

/** Checks a tree that was made from another. */
export function checkTree(tree: Expression, environment: Environment): Checked {
  return checkExpression(tree, environment);
}

const shapeTypes = new WeakMap<ShapeTable, ShapeTypes>();

/** The types of an API's shapes, each made once. */
export function typesOf(table: ShapeTable): ShapeTypes {
  let types = shapeTypes.get(table);
  if (types === undefined) {
    types = new ShapeTypes(table, compileModelPattern);
    shapeTypes.set(table, types);
  }
  return types;
}
