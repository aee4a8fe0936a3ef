import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from './event.ts';
import { Lexer } from './lexer.ts';
import type { Place, SourceText } from './place.ts';
import { nameToken, type TokenKind } from './token.ts';

/** A statement that cannot be read further. Thrown by the parser and caught where the next statement is looked for. */
export class SyntaxFault {
  readonly message: string;
  readonly place: Place;

  constructor(message: string, place: Place) {
    this.message = message;
    this.place = place;
  }
}

/** The lines of a doc comment and where they stand. */
export interface DocComment {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const blank: ReadonlySet<TokenKind> = new Set(['space', 'newline', 'comma', 'comment', 'doc']);

/** Walks the tokens for the parser: passes white space, demands what the grammar demands, keeps doc comments until a shape takes them. */
export class TokenCursor {
  readonly source: SourceText;
  readonly events: ModelEvent[];
  readonly #lexer: Lexer;
  #docs: { text: string; start: number; end: number }[] = [];

  constructor(source: SourceText, events: ModelEvent[]) {
    this.source = source;
    this.events = events;
    this.#lexer = new Lexer(source.text);
  }

  get kind(): TokenKind {
    return this.#lexer.kind;
  }

  get start(): number {
    return this.#lexer.start;
  }

  get end(): number {
    return this.#lexer.end;
  }

  /** See {@link Lexer.value}. */
  get value(): string {
    return this.#lexer.value;
  }

  /** The text of the current token. */
  get word(): string {
    return this.source.text.slice(this.#lexer.start, this.#lexer.end);
  }

  get place(): Place {
    return this.source.place(this.#lexer.start, this.#lexer.end);
  }

  is(kind: TokenKind): boolean {
    return this.#lexer.kind === kind;
  }

  next(): void {
    const lexer = this.#lexer;
    if (lexer.kind === 'doc') this.#docs.push({ text: lexer.value, start: lexer.start, end: lexer.end });
    lexer.advance();
  }

  isWord(word: string): boolean {
    return this.kind === 'identifier' && this.word === word;
  }

  /** True where the current token is the first of its line. */
  isAtLineStart(): boolean {
    const before = this.start === 0 ? '\n' : this.source.text[this.start - 1];
    return before === '\n' || before === '\r';
  }

  skipSpaces(): void {
    while (this.kind === 'space') this.next();
  }

  /** Passes white space, commas and comments; doc comments are kept for {@link takeDocs}. */
  skipBlank(): void {
    while (blank.has(this.kind)) this.next();
  }

  /** Passes white space where no doc comment can stand; one that does is reported. */
  skipBlankAndDocs(): void {
    this.skipBlank();
    this.dropDocs();
  }

  takeDocs(): DocComment | null {
    const first = this.#docs[0];
    const last = this.#docs.at(-1);
    if (first === undefined || last === undefined) return null;
    const text = this.#docs.map((line) => line.text).join('\n');
    this.#docs = [];
    return { text, start: first.start, end: last.end };
  }

  dropDocs(): void {
    const docs = this.takeDocs();
    if (docs !== null) this.reportStrayDocs(this.source.place(docs.start, docs.end));
  }

  reportStrayDocs(place: Place): void {
    const message = 'this documentation comment belongs to nothing';
    const help = 'put it on its own lines directly before a shape or member and before its traits';
    this.events.push(makeEvent('warning', 'Model.BadDocumentationComment', place, { message, help }));
  }

  fault(message: string, place: Place = this.place): SyntaxFault {
    return new SyntaxFault(message, place);
  }

  /** What is wrong with the current token where something else must stand. */
  faultExpecting(expected: string): SyntaxFault {
    if (this.kind === 'error') return this.fault(this.value, this.source.place(this.#lexer.faultAt, this.end));
    const shown =
      this.kind === 'identifier' || this.kind === 'number' ? `\`${clip(this.word)}\`` : nameToken(this.kind);
    return this.fault(`found ${shown}, expected ${expected}`);
  }

  expect(kind: TokenKind): void {
    if (this.kind !== kind) throw this.faultExpecting(nameToken(kind));
  }

  /** Demands a token of this kind and passes it. */
  take(kind: TokenKind): void {
    this.expect(kind);
    this.next();
  }

  takeWord(): string {
    this.expect('identifier');
    const { word } = this;
    this.next();
    return word;
  }

  takeSpaces(): void {
    this.expect('space');
    this.skipSpaces();
  }

  takeBlank(): void {
    if (!blank.has(this.kind)) throw this.faultExpecting('white space');
    this.skipBlank();
  }

  /** Demands the end of the line or file. Doc comments on the lines below are kept. */
  takeLineEnd(): void {
    this.skipSpaces();
    this.dropDocs();
    switch (this.kind) {
      case 'end':
        return;
      case 'doc':
        // On the same line as a statement it can document nothing.
        this.next();
        this.dropDocs();
        break;
      case 'newline':
      case 'comment':
        this.next();
        break;
      default:
        throw this.faultExpecting('the end of the line');
    }
    this.skipBlank();
  }
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
