import type { Finding } from '../diagnostic/diagnostic.ts';
import type { LineIndex } from '../diagnostic/line-index.ts';
import type { TextEdit } from './place-edits.ts';

/** The findings about a text, with the lines by which they are placed. */
export interface LintedText {
  readonly lines: LineIndex;
  readonly findings: readonly Finding[];
}

/** Finds where a place of the old text stands in the new one. */
class EditMap {
  readonly #edits: readonly TextEdit[];
  /** By how much all edits before the one at the same index have moved the text. */
  readonly #shifts: readonly number[];

  constructor(edits: readonly TextEdit[]) {
    this.#edits = edits;
    const shifts = [0];
    let shift = 0;
    for (const { start, end, text } of edits) {
      shift += text.length - (end - start);
      shifts.push(shift);
    }
    this.#shifts = shifts;
  }

  /** A place inside of a replaced text goes to the start of the new one, or as the end of a range to its end. */
  move(offset: number, isEnd: boolean): number {
    let low = 0;
    let high = this.#edits.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#edits[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    const edit = this.#edits[low - 1];
    const before = this.#shifts[low - 1] ?? 0;
    if (edit === undefined) return offset;
    if (offset >= edit.end) return offset + (this.#shifts[low] ?? 0);
    return edit.start + before + (isEnd ? edit.text.length : 0);
  }
}

function keyOf({ rule, document, pointer, valueHash }: Finding): string {
  return JSON.stringify([rule, document, pointer, valueHash]);
}

/**
 * True where the edited text has at least `expected` findings less and none that the old one had not: a finding is an old
 * one where its rule speaks of the same value at the same pointer, or of the same text, which may have moved.
 */
export function isImprovement(
  before: LintedText,
  after: LintedText,
  edits: readonly TextEdit[],
  expected: number,
): boolean {
  if (after.findings.length > before.findings.length - expected) return false;
  const map = new EditMap(edits);
  const byPlace = new Map<string, number[]>();
  const byValue = new Map<string, number[]>();
  const add = (index: Map<string, number[]>, key: string, place: number) => {
    const known = index.get(key);
    if (known === undefined) index.set(key, [place]);
    else known.push(place);
  };
  for (const [index, finding] of before.findings.entries()) {
    const start = map.move(before.lines.offset(finding.range.start), false);
    const end = map.move(before.lines.offset(finding.range.end), true);
    add(byPlace, `${finding.rule} ${start} ${end}`, index);
    add(byValue, keyOf(finding), index);
  }
  const met = new Set<number>();
  const meet = (places: number[] | undefined): boolean => {
    for (let index = places?.pop(); index !== undefined; index = places?.pop()) {
      if (met.has(index)) continue;
      met.add(index);
      return true;
    }
    return false;
  };
  return after.findings.every((finding) => {
    const start = after.lines.offset(finding.range.start);
    const end = after.lines.offset(finding.range.end);
    return meet(byPlace.get(`${finding.rule} ${start} ${end}`)) || meet(byValue.get(keyOf(finding)));
  });
}
