import type { FindingSeverity, JsonValue } from '@shapegate/validator';
import type { ListedWaiver } from '../silence/list-waivers.ts';
import type { PolicyPlace, PolicyRuleFacts } from './policy-rule-facts.ts';

/** A place in a configuration or a spec. */
export interface Place {
  readonly file: string;
  /** A JSON pointer. */
  readonly pointer: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A thing that holds, null where nobody has said it, and where it is said. */
export interface Shown {
  readonly value: JsonValue;
  readonly from: readonly Place[];
}

/** A policy's rule that holds for a file. */
export interface ShownPolicyRule extends Pick<PolicyRuleFacts, 'waivable' | 'operations' | 'summary'> {
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** False where no document of the file is of an operation that it is about. */
  readonly asked: boolean;
  readonly stated: PolicyPlace;
  readonly changed: readonly PolicyPlace[];
  /** Where configurations name the policy; none for one of the command line. */
  readonly from: readonly Place[];
}

/** What holds for a file, and who says so: the JSON answer of `explain`. */
export interface Explanation {
  readonly version: 1;
  readonly file: string;
  /** The nearest first. */
  readonly configurations: readonly string[];
  readonly claimed: Shown;
  readonly operation: Shown;
  readonly region: Shown;
  readonly account: Shown;
  /** The same for each document, with what its envelope says. */
  readonly documents: readonly {
    readonly document: number;
    readonly operation: Shown;
    readonly region: Shown;
    readonly account: Shown;
  }[];
  readonly references: Shown;
  readonly baseline: Shown;
  readonly models: readonly Shown[];
  readonly policies: readonly Shown[];
  readonly policyRules: readonly ShownPolicyRule[];
  readonly waiverFiles: readonly Shown[];
  readonly waivers: readonly ListedWaiver[];
  /** What configurations say of built-in rules; what is said of an `idle` one changes nothing. */
  readonly rules: readonly (Shown & { readonly rule: string; readonly idle: boolean })[];
}
