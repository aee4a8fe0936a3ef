import type { Facts } from './facts.ts';
import type { PatternEngine } from './pattern/pattern-engine.ts';
import type { Problem } from './problem.ts';
import type { Reading } from './reading.ts';
import type { BinaryNode, Expression } from './tree.ts';
import type { Type } from './type.ts';
import type { Wholes } from './whole-reading.ts';

/** A checked expression: it may be compiled when it has no problems. */
export interface Checked {
  readonly tree: Expression;
  readonly type: Type;
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** How the value of each name, member and element is read. */
  readonly readingOf: (node: Expression) => Reading;
  /** How the sides of a comparison are read; null where both are compared as they stand. */
  readonly wholesOf: (node: BinaryNode) => Wholes | null;
  readonly patterns: PatternEngine;
  /** What is known where the expression is true: pass it on to what `when` guards. */
  readonly whenTrue: Facts;
  /** What is known where it is false: pass it on to the message of an `assert`. */
  readonly whenFalse: Facts;
}
