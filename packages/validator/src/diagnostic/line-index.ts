import type { Position, Range } from './range.ts';

/** True for the last character of a line break. */
function endsLine(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10);
}

/** The offset where the line after this one begins; 0 in the last line. */
function nextLine(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (endsLine(text, at)) return at + 1;
  return 0;
}

/** As `nextLine`, for a text without CR: looking for one character is several times faster. */
function nextPlainLine(text: string, from: number): number {
  return text.indexOf('\n', from) + 1;
}

/** Finds line and column of an offset; a line ends with LF, CRLF or CR. */
export class LineIndex {
  // Typed, since a file may hold ten million empty lines; counted first, since such an array cannot grow.
  readonly #starts: Uint32Array;

  constructor(text: string) {
    const next = text.includes('\r') ? nextLine : nextPlainLine;
    let lines = 1;
    for (let at = next(text, 0); at > 0; at = next(text, at)) lines++;
    this.#starts = new Uint32Array(lines);
    for (let line = 1, at = 0; line < lines; line++) {
      at = next(text, at);
      this.#starts[line] = at;
    }
  }

  /** @param offset in UTF-16 code units from the start of the text */
  position(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }

  /** The offset of a position that this index has given. */
  offset({ line, column }: Position): number {
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }
}
