import type { FindingSeverity, PolicyRuleSummary, Range } from '@shapegate/validator';

/** A waiver that silenced something, and whose last day is near. */
export interface EndingWaiver {
  readonly rule: string;
  readonly owner: string;
  readonly ticket: string;
  /** Its last day in UTC, `YYYY-MM-DD`. */
  readonly expires: string;
  /** From today on; 0 on its last day. */
  readonly daysLeft: number;
  /** As reports name it. */
  readonly file: string;
  readonly range: Range;
}

/** What is true of the whole run, for forms that say it. */
export interface RunFacts {
  /** The lowest severity that fails. */
  readonly failOn: FindingSeverity;
  /** False where a broken configuration or policy has kept specs from being looked at. */
  readonly isComplete: boolean;
  readonly policyRules: readonly PolicyRuleSummary[];
  readonly endingWaivers?: readonly EndingWaiver[];
}

/** What there is to say of such a waiver, in one line without its place. */
export function wordEnding({ rule, owner, ticket, expires, daysLeft }: EndingWaiver): string {
  const when = daysLeft === 0 ? 'today' : daysLeft === 1 ? 'tomorrow' : `in ${daysLeft} days`;
  return `the waiver of \`${rule}\` ends ${when}, its last day is ${expires} (${owner}, ${ticket})`;
}
