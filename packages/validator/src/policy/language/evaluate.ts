import { BudgetSpent, type RuleBudget } from './budget.ts';
import type { Program } from './compile.ts';
import { Failure, placeFailure } from './failure.ts';
import type { Frame, StepResult } from './step.ts';
import type { Value } from './value.ts';

/** What an evaluation gave: a value, or an error with its place in the expression. */
export type Evaluated =
  | { readonly value: Value }
  | { readonly error: string; readonly start: number; readonly end: number };

/**
 * Evaluates a program. `values` has a value by the name of each variable, `input` and `item` as JSON has them; one that
 * is missing is an error when it is read. It never throws and is bounded by the budget.
 */
export function evaluate(program: Program, values: ReadonlyMap<string, Value>, budget: RuleBudget): Evaluated {
  const slots: StepResult[] = [];
  for (const { name, slot, read } of program.variables) {
    const value = values.get(name);
    slots[slot] = value === undefined ? new Failure(`\`${name}\` has no value here`) : read(value);
  }
  const frame: Frame = { slots, budget };
  try {
    const result = program.root(frame);
    if (!(result instanceof Failure)) return { value: result };
    placeFailure(result, 0, 0);
    return { error: result.message, start: result.start, end: result.end };
  } catch (error) {
    if (error instanceof BudgetSpent) return { error: error.message, start: 0, end: 0 };
    throw error;
  }
}
