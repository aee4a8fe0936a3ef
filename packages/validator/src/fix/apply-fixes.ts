import type { Finding } from '../diagnostic/diagnostic.ts';
import { LineIndex } from '../diagnostic/line-index.ts';
import { isImprovement, type LintedText } from './is-improvement.ts';
import { applyEdits, chooseApart, type PlacedFix, placeFixes } from './place-edits.ts';

/** What fixing came to. */
export interface FixOutcome {
  /** With the byte order mark that it had. */
  readonly text: string;
  /** What there is to say of the fixed text. */
  readonly findings: readonly Finding[];
  /** The findings that were fixed, as they stood in the text of their round. */
  readonly applied: readonly Finding[];
  /** Findings of the fixed text whose fix made nothing better: other findings came in their place. */
  readonly left: readonly Finding[];
}

/** How often a text may be linted: a long one not as often as a short one. */
const mostRuns = 100;
const fewestRuns = 10;
const mostCharacters = 2_000_000;

/**
 * Applies the fixes of findings, round by round until none is left to apply; overlapping ones wait for the next round. What a
 * round makes is kept only if the text has fewer findings than before and no new ones, so each call of `lint` must answer
 * the same for the same text. At most 100 calls, for long texts fewer, down to 10.
 *
 * ```ts
 * const { text, left } = applyFixes(spec, (text) => lintText(text, options).findings);
 * ```
 * @param lint what there is to say of a text without byte order mark; a suppressed finding is not fixed
 */
export function applyFixes(text: string, lint: (text: string) => readonly Finding[]): FixOutcome {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  let runs = Math.max(fewestRuns, Math.min(mostRuns, Math.floor(mostCharacters / (text.length + 1))));
  const run = (changed: string): LintedText => {
    runs -= 1;
    return { lines: new LineIndex(changed), findings: lint(changed) };
  };
  let current = text.slice(mark.length);
  let linted = run(current);
  const applied: Finding[] = [];
  const refused = new Set<string>();
  while (runs > 0) {
    const fixes = chooseApart(placeFixes(linted.findings, linted.lines).filter((fix) => !refused.has(keyOf(fix))));
    if (fixes.length === 0) break;
    // Together first; where one of them makes things worse, half of them, down to that one.
    for (let count = fixes.length; count > 0 && runs > 0; count = Math.floor(count / 2)) {
      const chosen = fixes.slice(0, count);
      const edits = chosen.flatMap((fix) => fix.edits);
      const changed = applyEdits(current, edits);
      const after = run(changed);
      if (isImprovement(linted, after, edits, count)) {
        current = changed;
        linted = after;
        for (const { finding } of chosen) applied.push(finding);
        break;
      }
      const [only] = chosen;
      if (count === 1 && only !== undefined) refused.add(keyOf(only));
    }
  }
  const left = placeFixes(linted.findings, linted.lines).map(({ finding }) => finding);
  return { text: mark + current, findings: linted.findings, applied, left };
}

/** A refused fix is known again where its text has moved. */
function keyOf({ finding, edits }: PlacedFix): string {
  const { rule, document, pointer, valueHash } = finding;
  return JSON.stringify([rule, document, pointer, valueHash, edits.map((edit) => edit.text)]);
}
