import { readNumber } from './lex-number.ts';
import { readText } from './lex-text.ts';
import { SyntaxRefusal } from './problem.ts';
import type { Token } from './token.ts';

const twoSigns = new Set(['&&', '||', '==', '!=', '<=', '>=']);
const oneSigns = new Set('()[]{}.,:?!<>+-*/%');
const nameStart = /[A-Za-z_]/;
const nameRun = /[A-Za-z_0-9]*/y;
const quotedRun = /[A-Za-z0-9_.\-/ ]+`/y;
const prefix = /[rRbB]/;
const space = /(?:[ \t\n\f\r]+|\/\/[^\n\r]*)*/y;
const textStart = /(?:[rR][bB]?|[bB][rR]?)?["']/y;

/** Splits an expression's text into tokens, the last of them the end. Throws a SyntaxRefusal at what is no token. */
export function lexExpression(source: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    // Most tokens follow each other, or a single space.
    if (source.charCodeAt(at) === 0x20) at++;
    const next = source.charCodeAt(at);
    if (next <= 0x20 || next === 0x2f) at = skip(space, source, at);
    if (at >= source.length) {
      tokens.push({ kind: 'end', text: '', start: source.length, end: source.length });
      return tokens;
    }
    const token = readToken(source, at);
    tokens.push(token);
    at = token.end;
  }
}

/** Reads the token at an offset where no space stands. Throws a SyntaxRefusal at what is none. */
export function readToken(source: string, start: number): Token {
  const char = source[start]!;
  if (char === '"' || char === "'") return readText(source, start);
  if (isDigit(char) || (char === '.' && isDigit(source[start + 1]))) return readNumber(source, start);
  if (nameStart.test(char)) {
    if (prefix.test(char) && skip(textStart, source, start) > start) return readText(source, start);
    const end = skip(nameRun, source, start);
    return { kind: 'name', text: source.slice(start, end), start, end };
  }
  if (char === '`') {
    const end = skip(quotedRun, source, start + 1);
    if (end === start + 1)
      throw new SyntaxRefusal(
        'syntax',
        start,
        start + 1,
        'this quoted name does not end, or holds other characters than letters, digits, `_`, `.`, `-`, `/` and spaces',
      );
    return { kind: 'quotedName', text: source.slice(start + 1, end - 1), start, end };
  }
  const two = source.slice(start, start + 2);
  if (twoSigns.has(two)) return { kind: 'sign', text: two, start, end: start + 2 };
  if (oneSigns.has(char)) return { kind: 'sign', text: char, start, end: start + 1 };
  const found = String.fromCodePoint(source.codePointAt(start)!);
  throw new SyntaxRefusal('syntax', start, start + found.length, `unexpected character \`${found}\``, helpFor(char));
}

function helpFor(char: string): string | null {
  if (char === '=') return 'write `==` to compare';
  if (char === '&') return 'write `&&`';
  return char === '|' ? 'write `||`' : null;
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

function skip(run: RegExp, source: string, at: number): number {
  run.lastIndex = at;
  return run.test(source) ? run.lastIndex : at;
}
