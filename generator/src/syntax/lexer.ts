import { readQuotedText, readTextBlock } from './quoted-text.ts';
import type { TokenKind } from './token.ts';

const signs: ReadonlyMap<string, TokenKind> = new Map([
  [',', 'comma'],
  ['@', 'at'],
  ['.', 'dot'],
  ['#', 'pound'],
  ['$', 'dollar'],
  ['{', 'left brace'],
  ['}', 'right brace'],
  ['[', 'left bracket'],
  [']', 'right bracket'],
  ['(', 'left paren'],
  [')', 'right paren'],
  ['=', 'equal'],
]);

const identifierAt = /[A-Za-z_][A-Za-z0-9_]*/y;
const digitsAt = /[0-9]+/y;

/**
 * Splits IDL text into tokens, one at a time and in linear time. The fields describe the current token.
 * A text that no token matches is a token of kind `error`, and `value` says why.
 */
export class Lexer {
  readonly text: string;
  kind: TokenKind = 'end';
  /** Offsets of the current token, end exclusive. */
  start = 0;
  end = 0;
  /** A string's value, a doc comment's text, a number as written, an error's message; else empty. */
  value = '';
  /** Where an `error` token is to be reported. */
  faultAt = 0;

  constructor(text: string) {
    this.text = text;
    if (text.charCodeAt(0) === 0xfeff) this.end = 1;
    this.advance();
  }

  /** Moves to the next token; at the end it stays there. */
  advance(): void {
    const { text } = this;
    const start = this.end;
    this.start = start;
    this.value = '';
    if (start >= text.length) {
      this.#take('end', start);
      return;
    }
    const character = text[start] ?? '';
    const sign = signs.get(character);
    if (sign !== undefined) {
      this.#take(sign, start + 1);
      return;
    }
    switch (character) {
      case ' ':
      case '\t':
        this.#take('space', this.#skipSpaces(start));
        return;
      case '\r':
        this.#take('newline', text[start + 1] === '\n' ? start + 2 : start + 1);
        return;
      case '\n':
        this.#take('newline', start + 1);
        return;
      case ':':
        if (text[start + 1] === '=') this.#take('walrus', start + 2);
        else this.#take('colon', start + 1);
        return;
      case '/':
        this.#readComment(start);
        return;
      case '"':
        if (text.startsWith('"""', start)) this.#readTextBlock(start);
        else this.#readString(start);
        return;
    }
    if (character === '-' || (character >= '0' && character <= '9')) this.#readNumber(start);
    else this.#readIdentifier(start, character);
  }

  #take(kind: TokenKind, end: number): void {
    this.kind = kind;
    this.end = end;
  }

  #fail(message: string, at: number, end: number): void {
    this.value = message;
    this.faultAt = at;
    this.#take('error', end);
  }

  #skipSpaces(from: number): number {
    let at = from;
    while (this.text[at] === ' ' || this.text[at] === '\t') at++;
    return at;
  }

  #readComment(start: number): void {
    const { text } = this;
    if (text[start + 1] !== '/') {
      this.#fail('found `/`, expected `//` and a comment', start, start + 1);
      return;
    }
    let end = start + 2;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    const isDoc = text[start + 2] === '/';
    if (isDoc) this.value = text.slice(text[start + 3] === ' ' ? start + 4 : start + 3, end);
    if (text[end] === '\r' && text[end + 1] === '\n') end += 2;
    else if (end < text.length) end++;
    this.#take(isDoc ? 'doc' : 'comment', end);
  }

  #readString(start: number): void {
    const end = this.#findQuote('"', start + 1);
    if (end < 0) return;
    const read = readQuotedText(this.text.slice(start + 1, end));
    if ('fault' in read) this.#fail(read.fault, start, end + 1);
    else {
      this.value = read.value;
      this.#take('string', end + 1);
    }
  }

  #readTextBlock(start: number): void {
    const end = this.#findQuote('"""', start + 3);
    if (end < 0) return;
    const read = readTextBlock(this.text.slice(start + 3, end));
    if ('fault' in read) this.#fail(read.fault, start, end + 3);
    else {
      this.value = read.value;
      this.#take('text block', end + 3);
    }
  }

  /** The offset of the closing quotes, or -1 with the token made an error. */
  #findQuote(quotes: string, from: number): number {
    const { text } = this;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === 92) at++;
      else if (code === 34 && text.startsWith(quotes, at)) return at;
      else if (code < 32 && code !== 9 && code !== 10 && code !== 13) {
        this.#fail('found a control character in a string, expected an escape such as `\\u0000`', at, at + 1);
        return -1;
      }
    }
    this.#fail(`found the end of the file in a string, expected \`${quotes}\``, text.length, text.length);
    return -1;
  }

  #readIdentifier(start: number, character: string): void {
    identifierAt.lastIndex = start;
    const name = identifierAt.exec(this.text)?.[0];
    if (name !== undefined) {
      this.#take('identifier', start + name.length);
      return;
    }
    const point = this.text.codePointAt(start) ?? 0;
    const shown =
      point < 32 || point === 127 ? `U+${point.toString(16).padStart(4, '0')}` : String.fromCodePoint(point);
    let end = start + (point > 0xffff ? 2 : 1);
    // A file may hold nothing but millions of the same.
    while (this.text[end] === character) end++;
    const found = point >= 0xd800 && point <= 0xdfff ? 'half of a surrogate pair' : `character \`${shown}\``;
    this.#fail(`found ${found}, expected Smithy`, start, end);
  }

  #readNumber(start: number): void {
    const { text } = this;
    let at = text[start] === '-' ? start + 1 : start;
    const whole = this.#readDigits(at);
    if (whole === 0) {
      this.#fail('found `-` without a digit after it', start, at);
      return;
    }
    if (whole > 1 && text[at] === '0') {
      this.#fail('found a number with a leading zero', start, at + whole);
      return;
    }
    at += whole;
    if (text[at] === '.') {
      const fraction = this.#readDigits(at + 1);
      if (fraction === 0) {
        this.#fail(`found \`${text.slice(start, at + 1)}\`, expected a digit after the point`, start, at + 1);
        return;
      }
      at += fraction + 1;
    }
    if (text[at] === 'e' || text[at] === 'E') {
      const sign = text[at + 1] === '+' || text[at + 1] === '-' ? 1 : 0;
      const exponent = this.#readDigits(at + 1 + sign);
      if (exponent === 0) {
        this.#fail(`found \`${text.slice(start, at + 1 + sign)}\`, expected a digit`, start, at + 1 + sign);
        return;
      }
      at += 1 + sign + exponent;
    }
    this.value = text.slice(start, at);
    this.#take('number', at);
  }

  #readDigits(from: number): number {
    digitsAt.lastIndex = from;
    return digitsAt.exec(this.text)?.[0].length ?? 0;
  }
}
