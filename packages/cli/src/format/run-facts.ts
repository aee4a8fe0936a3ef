import type { FindingSeverity, PolicyRuleSummary } from '@shapegate/validator';

/** What is true of the whole run, for forms that say it. */
export interface RunFacts {
  /** The lowest severity that fails. */
  readonly failOn: FindingSeverity;
  /** False where a broken configuration or policy has kept specs from being looked at. */
  readonly isComplete: boolean;
  readonly policyRules: readonly PolicyRuleSummary[];
}
