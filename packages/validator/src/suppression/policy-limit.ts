import type { PolicyRuleSummary } from '../check/policy-set.ts';

/** The longest that policies let one of their rules be waived, in days from today; null where nothing limits it. */
export function findMostDays(rule: string, policyRules: readonly PolicyRuleSummary[]): number | null {
  let most: number | null = null;
  for (const { id, waivable } of policyRules) {
    const days = id === rule ? (waivable?.maxDays ?? null) : null;
    if (days !== null && (most === null || days < most)) most = days;
  }
  return most;
}

/** The day so many days after another, both `YYYY-MM-DD`. */
export function addDays(day: string, days: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
  return Number.isFinite(time) && time < 253_402_300_800_000 ? new Date(time).toISOString().slice(0, 10) : '9999-12-31';
}
