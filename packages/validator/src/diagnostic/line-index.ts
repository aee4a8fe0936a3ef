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

/** Finds line and column of an offset; a line ends with LF, CRLF or CR. The text is read as far as it was asked about. */
export class LineIndex {
  readonly #text: string;
  readonly #next: (text: string, from: number) => number;
  // Typed, since a file may hold ten million empty lines.
  #starts = new Uint32Array(16);
  /** Lines whose start is known. */
  #known = 1;
  #isWhole = false;

  constructor(text: string) {
    this.#text = text;
    this.#next = text.includes('\r') ? nextLine : nextPlainLine;
  }

  /** @param offset in UTF-16 code units from the start of the text */
  position(offset: number): Position {
    this.#readTo(offset);
    const starts = this.#starts;
    let low = 0;
    let high = this.#known - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  }

  /** The offset of a position in this text. */
  offset({ line, column }: Position): number {
    while (this.#known < line && !this.#isWhole) this.#readTo(this.#starts[this.#known - 1]!);
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  /** Finds the lines that begin up to an offset, and one after it where there is one. */
  #readTo(offset: number): void {
    if (this.#isWhole) return;
    const text = this.#text;
    const next = this.#next;
    let starts = this.#starts;
    let known = this.#known;
    let start = starts[known - 1]!;
    while (start <= offset) {
      start = next(text, start);
      if (start === 0) {
        this.#isWhole = true;
        break;
      }
      if (known === starts.length) {
        const larger = new Uint32Array(known * 4);
        larger.set(starts);
        starts = larger;
      }
      starts[known++] = start;
    }
    this.#starts = starts;
    this.#known = known;
  }
}
