import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression } from '../../packages/validator/src/policy/language/compile.ts';
import type { Environment } from '../../packages/validator/src/policy/language/environment.ts';
import { noFacts } from '../../packages/validator/src/policy/language/facts.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import type { Problem } from '../../packages/validator/src/policy/language/problem.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';
import { type Evaluated, evaluate } from './evaluate-program.ts';

export const emptyEnvironment: Environment = { variables: new Map(), facts: noFacts };

/** Takes a text all the way: its problems, and what it gives where it parses. */
export function evaluateText(
  source: string,
  environment: Environment = emptyEnvironment,
  values: ReadonlyMap<string, Value> = new Map(),
  budget: RuleBudget = new RuleBudget(new SpecBudget()),
): { problems: readonly Problem[]; result: Evaluated | null } {
  const parsed = parseExpression(source);
  if (parsed.tree === null) return { problems: parsed.problems, result: null };
  const checked = checkExpression(parsed.tree, environment, source);
  return { problems: checked.problems, result: evaluate(compileExpression(checked), values, budget) };
}
