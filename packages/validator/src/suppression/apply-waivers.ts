import type { Finding } from '../diagnostic/diagnostic.ts';
import type { WaiverUse } from './read-waivers.ts';
import { isAbout, type Waiver } from './waiver.ts';

/** What waivers came to for one file of specs. */
export interface WaivedFindings {
  readonly findings: readonly Finding[];
  /** For each waiver, whether it had a finding here. */
  readonly uses: ReadonlyMap<Waiver, WaiverUse>;
}

/**
 * Marks the findings that waivers silence; one that something else has silenced stays as it is, but its waiver counts as used.
 * @param waivers those in force whose glob matches the file of the findings
 * @param isWaivable false for a rule that nobody may waive
 */
export function applyWaivers(
  findings: readonly Finding[],
  waivers: readonly Waiver[],
  isWaivable: (rule: string) => boolean,
): WaivedFindings {
  const uses = new Map<Waiver, WaiverUse>(waivers.map((waiver) => [waiver, 'unused']));
  if (waivers.length === 0) return { findings, uses };
  const byRule = new Map<string, Waiver[]>();
  for (const waiver of waivers) {
    const known = byRule.get(waiver.rule);
    if (known === undefined) byRule.set(waiver.rule, [waiver]);
    else known.push(waiver);
  }
  const marked = findings.map((finding) => {
    let waived = finding;
    for (const waiver of byRule.get(finding.rule) ?? []) {
      if (waiver.pointer !== finding.pointer) continue;
      if (!isAbout(waiver, finding)) {
        if (uses.get(waiver) === 'unused') uses.set(waiver, 'other-value');
        continue;
      }
      uses.set(waiver, 'used');
      if (waived.suppressed !== null || !isWaivable(finding.rule)) continue;
      const { reason, owner, ticket, expires } = waiver;
      const words = `${reason} (${owner}, ${ticket}, until ${expires})`;
      const suppressed = { by: 'waiver', reason: words, owner, ticket, expires } as const;
      waived = Object.assign({}, finding, { suppressed });
    }
    return waived;
  });
  return { findings: marked, uses };
}
