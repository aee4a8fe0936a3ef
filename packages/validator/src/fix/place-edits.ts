import type { Finding } from '../diagnostic/diagnostic.ts';
import type { LineIndex } from '../diagnostic/line-index.ts';

/** An edit in offsets of the text. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A finding with what its fix does to the text. */
export interface PlacedFix {
  readonly finding: Finding;
  /** In the order of the text; they do not overlap. */
  readonly edits: readonly TextEdit[];
  /** From the first edit's start to the last one's end. */
  readonly start: number;
  readonly end: number;
}

/** Places the fixes of findings in the text, those that nobody has silenced, in the order of the text. */
export function placeFixes(findings: readonly Finding[], lines: LineIndex): PlacedFix[] {
  const placed: PlacedFix[] = [];
  for (const finding of findings) {
    if (finding.fix === null || finding.suppressed !== null) continue;
    const edits = finding.fix.edits
      .map(({ range, text }) => ({ start: lines.offset(range.start), end: lines.offset(range.end), text }))
      .sort((a, b) => a.start - b.start);
    const [first] = edits;
    const last = edits.at(-1);
    if (first !== undefined && last !== undefined) placed.push({ finding, edits, start: first.start, end: last.end });
  }
  return placed.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The fixes that can be applied at once: of those that overlap the first; an equal change stands for both. */
export function chooseApart(fixes: readonly PlacedFix[]): PlacedFix[] {
  const chosen: PlacedFix[] = [];
  let end = -1;
  for (const fix of fixes) {
    if (fix.start < end || (fix.start === end && fix.start === fix.end)) continue;
    chosen.push(fix);
    end = fix.end;
  }
  return chosen;
}

/** The text after edits that stand in its order and do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end, text: replacement } of edits) {
    parts.push(text.slice(from, start), replacement);
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
