import { BudgetSpent, type RuleBudget } from './budget.ts';
import type { Program } from './compile.ts';
import { Failure, placeFailure } from './failure.ts';
import type { Frame, StepResult } from './step.ts';
import type { Value } from './value.ts';

/**
 * Evaluates a program. `values` has a value by the name of each variable, `input` and `item` as JSON has them; one that
 * is missing is an error when it is read. A failure has its place in the expression. It never throws and is bounded by the budget.
 */
export function evaluate(program: Program, values: ReadonlyMap<string, Value>, budget: RuleBudget): StepResult {
  const slots: StepResult[] = [];
  const { variables } = program;
  for (let at = 0; at < variables.length; at++) {
    const { name, slot, read } = variables[at]!;
    const value = values.get(name);
    slots[slot] = value === undefined ? new Failure(`\`${name}\` has no value here`) : read(value);
  }
  const frame: Frame = { slots, budget, patterns: program.patterns };
  try {
    const result = program.root(frame);
    return result instanceof Failure ? placeFailure(result, 0, 0) : result;
  } catch (error) {
    if (error instanceof BudgetSpent) return placeFailure(new Failure(error.message), 0, 0);
    throw error;
  }
}
