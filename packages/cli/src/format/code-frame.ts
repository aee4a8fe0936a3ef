import type { Range } from '@shapegate/validator';
import { escapeLine } from './escape.ts';
import type { Style } from './style.ts';

/** Columns of a line that are shown at most and at least; of a longer line, what is around the place. */
const widest = 100;
const narrowest = 16;
/** Lines that are underlined at most, of a place that is longer. */
const shownLines = 3;

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
const ascii = /^[\x20-\x7e]*$/;

/** Columns that a text takes on a terminal: two for an ideograph or an emoji, none for a mark on the letter before it. */
function measure(text: string): number {
  if (ascii.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return columns;
}

/** Moves a cut off the middle of a surrogate pair. */
function alignCut(line: string, at: number): number {
  return /^[\udc00-\udfff]/.test(line.slice(at, at + 1)) && /[\ud800-\udbff]$/.test(line.slice(at - 1, at))
    ? at - 1
    : at;
}

interface Cut {
  readonly text: string;
  /** How far the window's columns are moved. */
  readonly shift: number;
}

/** Cuts a window out of a line so that `from` is in it, and what it begins as far as there is room. */
function cutLine(line: string, from: number, to: number, width: number): Cut {
  if (line.length <= width && measure(line) <= width) return { text: line, shift: 0 };
  const room = width - 2;
  const length = Math.min(to - from, room);
  // A place that has no room anyway leaves some to what stands before it: most often its key.
  const before = length === room ? Math.floor(room / 3) : Math.min(Math.floor(room / 3), room - length);
  const start = alignCut(line, Math.max(0, Math.min(from - before, line.length - room)));
  let end = alignCut(line, Math.min(line.length, start + room));
  while (end > from + 1 && measure(line.slice(start, end)) > room) end = alignCut(line, end - 1);
  const head = start > 0 ? '…' : '';
  return { text: `${head}${line.slice(start, end)}${end < line.length ? '…' : ''}`, shift: start - head.length };
}

/**
 * Shows a place in its text: the line above it, the lines themselves, the place underlined.
 * @param columns of the terminal; null where there is none
 */
export function drawFrame(
  lines: readonly string[],
  { start, end }: Range,
  mark: (text: string) => string,
  style: Style,
  columns: number | null = null,
): string {
  const lastLine = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const last = Math.min(lastLine, start.line + shownLines - 1);
  const digits = String(last).length;
  const width = columns === null ? widest : Math.max(narrowest, Math.min(widest, columns - digits - '   | '.length));
  const drawn: string[] = [];
  const number = (line: number | '') => style.faint(`  ${String(line).padStart(digits)} | `);
  const above = lines[start.line - 2];
  if (above !== undefined && above.trim() !== '')
    drawn.push(number(start.line - 1) + escapeLine(cutLine(above, 0, 0, width).text));
  for (let line = start.line; line <= last; line++) {
    const text = lines[line - 1] ?? '';
    const indent = text.length - text.trimStart().length;
    const from = line === start.line ? start.column - 1 : indent;
    const to = line === end.line ? end.column - 1 : text.length;
    const { text: cut, shift } = cutLine(text, from, to, width);
    const shown = escapeLine(cut);
    const place = shown.slice(from - shift, Math.max(from, to) - shift);
    drawn.push(number(line) + shown);
    drawn.push(
      number('') + ' '.repeat(measure(shown.slice(0, from - shift))) + mark('^'.repeat(Math.max(1, measure(place)))),
    );
  }
  if (last < lastLine) drawn.push(number('') + style.faint('…'));
  return drawn.map((line) => line.trimEnd()).join('\n');
}
