import { checkHas, checkIndex, checkName, checkSelect } from './check-access.ts';
import { checkBinary, checkConditional, checkLogic, checkUnary } from './check-operator.ts';
import { checkCall, checkList, checkLiteral, checkMacro, checkMap } from './check-value.ts';
import type { Checked } from './checked.ts';
import { Checker } from './checker.ts';
import type { Environment } from './environment.ts';
import type { Facts } from './facts.ts';
import type { Known } from './known.ts';
import { linearEngine } from './pattern/compile-re2.ts';
import { readingOf } from './reading.ts';
import type { Expression } from './tree.ts';
import { dynType } from './type.ts';

/**
 * Checks an expression against what its environment says: names, members, types, guards of optional members, comparisons
 * with a fixed outcome, literal patterns. All problems are found in one go; a type that follows from a mistake is not
 * held against what stands around it.
 * @param source what the tree was parsed from: conditions are held against those before them where it is given
 */
export function checkExpression(tree: Expression, environment: Environment, source: string | null = null): Checked {
  const checker = new Checker(environment, source, checkNode);
  const known = checker.check(tree, environment.facts);
  if (known.decided !== undefined) checker.reportDecided(known.decided);
  const problems = checker.problems.toSorted((a, b) => a.start - b.start || a.end - b.end);
  return {
    tree,
    type: known.type,
    problems,
    readingOf: (node) => readingOf(checker.types.get(node) ?? dynType),
    wholesOf: (node) => checker.wholes.get(node) ?? null,
    patterns: linearEngine,
    whenTrue: known.whenTrue ?? environment.facts,
    whenFalse: known.whenFalse ?? environment.facts,
  };
}

function checkNode(node: Expression, facts: Facts, checker: Checker): Known {
  switch (node.kind) {
    case 'literal':
      return checkLiteral(node, facts, checker);
    case 'name':
      return checkName(node, facts, checker);
    case 'select':
      return checkSelect(node, facts, checker);
    case 'index':
      return checkIndex(node, facts, checker);
    case 'has':
      return checkHas(node, facts, checker);
    case 'call':
      return checkCall(node, facts, checker);
    case 'macro':
      return checkMacro(node, facts, checker);
    case 'unary':
      return checkUnary(node, facts, checker);
    case 'binary':
      return checkBinary(node, facts, checker);
    case 'logic':
      return checkLogic(node, facts, checker);
    case 'conditional':
      return checkConditional(node, facts, checker);
    case 'list':
      return checkList(node, facts, checker);
    case 'map':
      return checkMap(node, facts, checker);
  }
}
