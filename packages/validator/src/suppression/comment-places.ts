import type { SourceFile } from '../source/read-documents.ts';
import type { Directive } from './directive.ts';

/** Tells of directives, asked in the order of the text, which line and which document they speak of; linear in the text. */
export class CommentPlaces {
  readonly #source: SourceFile;
  /** Between these two offsets there are only comments and empty lines, and the line after them is known. */
  #gap = { from: 0, to: 0, line: 0 };
  #document = 0;

  constructor(source: SourceFile) {
    this.#source = source;
  }

  /** The line that a directive speaks of; after one for the next line, further comments and empty lines are passed over. */
  findLine({ start, end, scope }: Directive): number {
    const { lines } = this.#source;
    if (scope === 'line') return lines.position(start).line;
    if (end < this.#gap.from || end >= this.#gap.to) {
      const to = this.#findNextText(end);
      this.#gap = { from: end, to, line: lines.position(to).line };
    }
    return this.#gap.line;
  }

  /** The first character after the line that is neither in a comment nor white space; the end of the text otherwise. */
  #findNextText(offset: number): number {
    const { text } = this.#source;
    const isBreak = (at: number) => text[at] === '\n' || text[at] === '\r';
    let at = offset;
    while (at < text.length) {
      while (at < text.length && !isBreak(at)) at++;
      while (at < text.length && (isBreak(at) || text[at] === ' ' || text[at] === '\t')) at++;
      if (text[at] !== '#') return at;
    }
    return at;
  }

  /** The document in or before which a directive stands. */
  findDocument({ start }: Directive): number {
    const { documents, documentCount } = this.#source;
    while (this.#document < documents.length - 1) {
      const end = documents[this.#document]?.offsets('', 'value')?.end ?? 0;
      if (end > start) break;
      this.#document++;
    }
    return documents[this.#document]?.index ?? Math.max(0, documentCount - 1);
  }
}
