import type { Outcome } from './facts.ts';
import type { Expression } from './tree.ts';
import type { Type } from './type.ts';

/** What is known of an expression: its type, and what its truth says about paths. */
export interface Known {
  readonly type: Type;
  readonly whenTrue: Outcome;
  readonly whenFalse: Outcome;
  /** A condition whose outcome follows from those before it. */
  readonly decided?: Decided;
}

/**
 * A condition whose outcome follows from the conditions before it. That is a mistake only where it decides what stands
 * around it: `x == "a" && x == "b"` is one, and to say twice what holds is none.
 */
export interface Decided {
  /** What the expression gives that has it. */
  readonly outcome: boolean;
  readonly isComparison: boolean;
  readonly node: Expression;
  readonly message: string;
}
