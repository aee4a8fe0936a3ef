import type { Finding, FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { Target } from '../rule/target.ts';
import type { JsonValue } from '../shape/json.ts';
import type { ValueFinding } from './value-finding.ts';

/** What is wrong with a policy, and in which file. */
export interface PolicyProblem {
  readonly file: string;
  readonly finding: Finding;
}

/** What others need to know of a policy's rule. */
export interface PolicyRuleSummary {
  readonly id: string;
  readonly severity: FindingSeverity;
  readonly message: string;
  /** Empty where the policy does not say. */
  readonly why: string;
  readonly links: readonly string[];
  readonly operations: readonly string[];
  /** Null for a rule that nothing may silence; `maxDays` is null where a waiver may last as long as it likes. */
  readonly waivable: { readonly maxDays: number | null } | null;
  /** The file of the policy that states it. */
  readonly file: string;
}

/** A request as policies see it. */
export interface PolicyRequest {
  readonly operation: string;
  readonly input: JsonValue;
  readonly target: Target;
  /** Where the request is written; an empty name for one that is not from a file. */
  readonly spec: { readonly file: string; readonly document: number };
}

/** What a policy objects to. */
export interface PolicyFinding extends ValueFinding {
  /** Of `policy/runtime`: the members of the input that the rule reads. Null where that may be any, and of other findings. */
  readonly reads: ReadonlySet<string> | null;
}

/** Policies that were read, checked against an API and tried on their own tests; made by `createPolicySet`. */
export interface PolicySet {
  /** In the order of their ids; those that are not enabled are left out. */
  readonly rules: readonly PolicyRuleSummary[];
  /** Where there is one, nothing can be decided: a gate answers `error`. */
  readonly problems: readonly PolicyProblem[];
  /** What the policies object to; a rule that fails on the request is `policy/runtime`. Never throws. */
  check(request: PolicyRequest): PolicyFinding[];
}
