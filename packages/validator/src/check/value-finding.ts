import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { Part, ValueFix } from '../rule/hit.ts';

/** A second place in the same input that a finding speaks of. */
export interface RelatedValue {
  readonly pointer: string;
  readonly part: Part;
  readonly message: string;
}

/** A finding about a value, before anybody asks where its text stands. */
export interface ValueFinding {
  readonly rule: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  /** What to do about it; empty where the message says it all. */
  readonly help: string;
  /** RFC 6901, into the operation's input. */
  readonly pointer: string;
  readonly part: Part;
  /** Set where the fault lies in the target: the pointer is then `""`. */
  readonly field: 'region' | 'account' | null;
  readonly related: readonly RelatedValue[];
  readonly fix: ValueFix | null;
  /** `sha256:` and the hex digest of the value as canonical JSON; that of `null` for what is missing. */
  readonly valueHash: string;
  /** What it tells in place of others, which are told where it is silenced; left out where there is nothing. */
  readonly standsFor?: readonly ValueFinding[];
}
