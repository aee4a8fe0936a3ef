import type { Range } from '@shapegate/validator';
import { escapeLine } from './escape.ts';
import type { Style } from './style.ts';

/** Characters of a line that are shown; of a longer one, what is around the place. */
const shownWidth = 100;
/** Lines that are underlined at most, of a place that is longer. */
const shownLines = 3;

/** Cuts a window out of a line so that `from` is in it; `shift` is how far the window's columns are moved. */
function cutLine(line: string, from: number): { readonly text: string; readonly shift: number } {
  if (line.length <= shownWidth) return { text: line, shift: 0 };
  const start = Math.min(Math.max(0, from - Math.floor(shownWidth / 3)), line.length - shownWidth);
  const cut = line.slice(start, start + shownWidth);
  const before = start > 0 ? '…' : '';
  return { text: `${before}${cut}${start + shownWidth < line.length ? '…' : ''}`, shift: start - before.length };
}

/** Shows a place in its text: the line above it, the lines themselves, the place underlined. */
export function drawFrame(
  lines: readonly string[],
  { start, end }: Range,
  mark: (text: string) => string,
  style: Style,
): string {
  const lastLine = end.line > start.line && end.column === 1 ? end.line - 1 : end.line;
  const last = Math.min(lastLine, start.line + shownLines - 1);
  const width = String(last).length;
  const drawn: string[] = [];
  const number = (line: number | '') => style.faint(`  ${String(line).padStart(width)} | `);
  const above = lines[start.line - 2];
  if (above !== undefined && above.trim() !== '')
    drawn.push(number(start.line - 1) + escapeLine(cutLine(above, 0).text));
  for (let line = start.line; line <= last; line++) {
    const text = lines[line - 1] ?? '';
    const indent = text.length - text.trimStart().length;
    const from = line === start.line ? start.column - 1 : indent;
    const to = line === end.line ? end.column - 1 : text.length;
    const { text: cut, shift } = cutLine(text, from);
    const length = Math.max(1, Math.min(to - shift, cut.length) - (from - shift));
    drawn.push(number(line) + escapeLine(cut));
    drawn.push(number('') + ' '.repeat(from - shift) + mark('^'.repeat(length)));
  }
  if (last < lastLine) drawn.push(number('') + style.faint('…'));
  return drawn.map((line) => line.trimEnd()).join('\n');
}
