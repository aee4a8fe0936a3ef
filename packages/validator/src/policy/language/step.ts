import type { RuleBudget } from './budget.ts';
import type { Failure } from './failure.ts';
import type { PatternEngine } from './pattern/pattern-engine.ts';
import type { Reading } from './reading.ts';
import type { BinaryNode, Expression } from './tree.ts';
import type { Value } from './value.ts';
import type { Wholes } from './whole-reading.ts';

/** What one evaluation works on. */
export interface Frame {
  /** The values of variables, by slot. */
  readonly slots: (Value | Failure)[];
  readonly budget: RuleBudget;
  readonly patterns: PatternEngine;
}

export type StepResult = Value | Failure;

/** A compiled expression. It never throws but BudgetSpent. */
export type Step = (frame: Frame) => StepResult;

/** What the compilers of single nodes ask of the whole. */
export interface Compilation {
  compile(node: Expression): Step;
  /** How the value of a name, a member or an element is read. */
  readingOf(node: Expression): Reading;
  /** How the sides of a comparison are read; null where both are compared as they stand. */
  wholesOf(node: BinaryNode): Wholes | null;
  readonly patterns: PatternEngine;
  /** The slot of a variable, the innermost of its name. */
  slotOf(name: NameUse): number;
  /** Compiles with a further variable, which gets a slot of its own. */
  withVariable<T>(name: string, compile: (slot: number) => T): T;
}

export interface NameUse {
  readonly name: string;
  readonly reading: Reading;
}
