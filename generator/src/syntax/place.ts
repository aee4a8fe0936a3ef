import { LineIndex, type Range } from '@shapegate/validator/leaves';

/** Where a thing stands in the texts that the model was read from. */
export interface Place {
  readonly file: string;
  readonly range: Range;
}

/** One text with its name. Lines are counted when a place in it is first asked for, which for most texts is never. */
export class SourceText {
  readonly file: string;
  readonly text: string;
  #lines: LineIndex | null = null;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** Turns offsets in UTF-16 units into lines and columns. */
  range(start: number, end: number): Range {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines.range(start, end);
  }

  place(start: number, end: number): Place {
    return new SourcePlace(this, start, end);
  }
}

/** A place kept as offsets, because a large model has a hundred thousand of them and reports few. */
class SourcePlace implements Place {
  declare readonly source: SourceText;
  declare readonly start: number;
  declare readonly end: number;

  constructor(source: SourceText, start: number, end: number) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  get file(): string {
    return this.source.file;
  }

  get range(): Range {
    return this.source.range(this.start, this.end);
  }
}
