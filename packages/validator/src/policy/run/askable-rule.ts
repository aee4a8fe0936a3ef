import type { FindingSeverity } from '../../diagnostic/diagnostic.ts';
import type { JsonValue } from '../../shape/json.ts';
import type { ProgramSource } from '../language/compile.ts';
import type { PatternEngine } from '../language/pattern/pattern-engine.ts';

/** The expressions of a rule that decide. */
export type DecidingField = 'when' | 'assert';

/** The fields of a rule that can fail on a request. */
export type FailingField = DecidingField | 'each' | 'uses';

/** A rule for one operation as far as it takes to ask it: it has been checked, and what it was read from is left behind. */
export interface AskableRule {
  readonly id: string;
  readonly severity: FindingSeverity;
  /** Empty where the policy does not say. */
  readonly why: string;
  readonly operation: string;
  /** Into the input; into the element where the rule has `each`. */
  readonly at: string;
  /** Where the list stands whose elements the rule is asked about. */
  readonly each: string | null;
  readonly when: ProgramSource | null;
  /** Null for a built-in. */
  readonly assert: ProgramSource | null;
  readonly builtIn: BuiltInUse | null;
  readonly message: readonly (string | ProgramSource)[];
  /** Where in the policy a field stands, or the part of it that begins at an offset of its value: `file:line:column`. */
  readonly placeOf: (field: FailingField, offset: number | null) => string;
}

export interface BuiltInUse {
  readonly name: string;
  readonly with: JsonValue;
  /** What makes the pattern that it may take. */
  readonly patterns: PatternEngine;
}
