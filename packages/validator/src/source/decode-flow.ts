import { TextPieces } from './text-pieces.ts';

const tab = 9;
const lineFeed = 10;
const carriageReturn = 13;
const space = 32;
const quote = 39;
const backslash = 92;

const escapes: ReadonlyMap<string, string> = new Map([
  ['0', '\0'],
  ['a', '\x07'],
  ['b', '\b'],
  ['t', '\t'],
  ['\t', '\t'],
  ['n', '\n'],
  ['v', '\v'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\x1b'],
  [' ', ' '],
  ['"', '"'],
  ['/', '/'],
  ['\\', '\\'],
  ['N', '\x85'],
  ['_', '\xa0'],
  ['L', '\u2028'],
  ['P', '\u2029'],
]);
const digitCounts: ReadonlyMap<string, number> = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function isBreak(code: number): boolean {
  return code === lineFeed || code === carriageReturn;
}

function isBlank(code: number): boolean {
  return code === space || code === tab;
}

/** Skips line breaks and what is blank around them. */
function skipBreaks(text: string, from: number, end: number): { readonly at: number; readonly breaks: number } {
  let breaks = 0;
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (isBreak(code)) {
      breaks++;
      if (code === carriageReturn && text.charCodeAt(at + 1) === lineFeed) at++;
    } else if (!isBlank(code)) break;
  }
  return { at, breaks };
}

/** Where the text before `end` stops that is not blank; never before `start`. */
function trimBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Decodes the text between the quotes, or that of a plain scalar: lines are folded, escapes replaced. The parser has found it well-formed. */
export function decodeFlow(text: string, start: number, end: number, style: 'plain' | 'single' | 'double'): string {
  const pieces = new TextPieces();
  const mark = style === 'plain' ? -1 : style === 'single' ? quote : backslash;
  let from = start;
  let at = start;
  const skipFold = (place: number): number => {
    const { at: next, breaks } = skipBreaks(text, place, end);
    pieces.add(breaks === 1 ? ' ' : '\n'.repeat(breaks - 1));
    return next;
  };
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === mark) {
      pieces.add(text.slice(from, at));
      if (style === 'single') {
        pieces.add("'");
        at += 2;
      } else if (isBreak(text.charCodeAt(at + 1))) at = skipBreaks(text, at + 1, end).at;
      else at = decodeEscape(text, at + 1, pieces);
      from = at;
    } else if (isBreak(code)) {
      pieces.add(text.slice(from, trimBlanks(text, from, at)));
      at = skipFold(at);
      from = at;
    } else at++;
  }
  pieces.add(text.slice(from, style === 'plain' ? trimBlanks(text, from, end) : end));
  return pieces.join();
}

/** Returns the place behind the escape whose letter stands at `at`. */
function decodeEscape(text: string, at: number, pieces: TextPieces): number {
  const letter = text.charAt(at);
  const character = escapes.get(letter);
  if (character !== undefined) {
    pieces.add(character);
    return at + 1;
  }
  const end = at + 1 + (digitCounts.get(letter) ?? 0);
  pieces.add(String.fromCodePoint(Number.parseInt(text.slice(at + 1, end), 16)));
  return end;
}
