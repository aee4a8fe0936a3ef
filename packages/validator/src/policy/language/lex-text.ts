import { SyntaxRefusal } from './problem.ts';
import type { Token } from './token.ts';

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  ['a', '\x07'],
  ['b', '\b'],
  ['f', '\f'],
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['v', '\v'],
  ['\\', '\\'],
  ['?', '?'],
  ['"', '"'],
  ["'", "'"],
  ['`', '`'],
]);
const hexLengths: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['X', 2],
  ['u', 4],
  ['U', 8],
]);

/** What stands for itself in every string. */
const plainRun = /[^"'\\\n\r]+/y;

/** Reads a string literal, raw and triple-quoted ones too, at its prefix or its quote. */
export function readText(source: string, start: number): Token {
  let at = start;
  let raw = false;
  for (; source[at] !== '"' && source[at] !== "'"; at++) {
    if (source[at] === 'r' || source[at] === 'R') raw = true;
    else
      throw new SyntaxRefusal('syntax', start, at + 1, 'bytes are not part of the policy language', 'write a string');
  }
  const quote = source[at]!;
  const close = source.startsWith(quote.repeat(3), at) ? quote.repeat(3) : quote;
  at += close.length;
  let value = '';
  for (;;) {
    plainRun.lastIndex = at;
    const run = plainRun.exec(source)?.[0] ?? '';
    value += run;
    at += run.length;
    if (source.startsWith(close, at)) break;
    const char = source[at];
    if (char === undefined || (close.length === 1 && (char === '\n' || char === '\r')))
      throw new SyntaxRefusal('syntax', start, at, 'this string does not end', `close it with \`${close}\``);
    if (raw || char !== '\\') {
      value += char;
      at++;
    } else {
      const read = readEscape(source, at);
      value += read.value;
      at = read.end;
    }
  }
  const end = at + close.length;
  return { kind: 'literal', literal: { type: 'string', value }, text: source.slice(start, end), start, end };
}

function readEscape(source: string, start: number): { value: string; end: number } {
  const char = source[start + 1] ?? '';
  const simple = simpleEscapes.get(char);
  if (simple !== undefined) return { value: simple, end: start + 2 };
  const length = hexLengths.get(char);
  if (length !== undefined) {
    const digits = source.slice(start + 2, start + 2 + length);
    if (digits.length === length && /^[0-9a-fA-F]+$/.test(digits))
      return finishEscape(Number.parseInt(digits, 16), start, start + 2 + length);
  } else {
    const digits = source.slice(start + 1, start + 4);
    if (/^[0-3][0-7]{2}$/.test(digits)) return finishEscape(Number.parseInt(digits, 8), start, start + 4);
  }
  throw new SyntaxRefusal(
    'syntax',
    start,
    Math.min(source.length, start + 2),
    `unknown escape \`\\${char}\``,
    'double the backslash, or write a raw string such as `r"\\d"`',
  );
}

function finishEscape(codePoint: number, start: number, end: number): { value: string; end: number } {
  if (codePoint > 0x10ffff || (codePoint >= 0xd800 && codePoint <= 0xdfff))
    throw new SyntaxRefusal('syntax', start, end, 'the escape names no character');
  return { value: String.fromCodePoint(codePoint), end };
}
