import type { RuleBudget } from '../../packages/validator/src/policy/language/budget.ts';
import type { Program } from '../../packages/validator/src/policy/language/compile.ts';
import { evaluate as evaluateStep } from '../../packages/validator/src/policy/language/evaluate.ts';
import { Failure } from '../../packages/validator/src/policy/language/failure.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';

/** What an evaluation gave: a value, or an error with its place in the expression. */
export type Evaluated =
  | { readonly value: Value }
  | { readonly error: string; readonly start: number; readonly end: number };

/** Evaluates a program, and tells a value from an error by its key. */
export function evaluate(program: Program, values: ReadonlyMap<string, Value>, budget: RuleBudget): Evaluated {
  const result = evaluateStep(program, values, budget);
  return result instanceof Failure
    ? { error: result.message, start: result.start, end: result.end }
    : { value: result };
}
