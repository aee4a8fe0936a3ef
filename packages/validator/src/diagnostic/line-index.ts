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
    while (this.#starts[this.#known - 1]! <= offset && !this.#isWhole) this.#readLine();
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
    while (this.#known < line && !this.#isWhole) this.#readLine();
    return (this.#starts[line - 1] ?? 0) + column - 1;
  }

  range(start: number, end: number): Range {
    return { start: this.position(start), end: this.position(end) };
  }

  #readLine(): void {
    const start = this.#next(this.#text, this.#starts[this.#known - 1]!);
    if (start === 0) {
      this.#isWhole = true;
      return;
    }
    if (this.#known === this.#starts.length) {
      const larger = new Uint32Array(this.#known * 4);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.#known++] = start;
  }
}
