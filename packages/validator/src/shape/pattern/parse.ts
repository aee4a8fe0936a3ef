import { anyChar, complementSet, lineTerminators, oneChar } from './charset.ts';
import { foldCase, parseClass } from './parse-class.ts';
import { parseCharacterEscape } from './parse-escape.ts';
import { type PatternFlags, PatternReader, PatternRefusal } from './reader.ts';
import { emptyNode, makeChoice, makeRepeat, makeSequence, makeSetNode, type PatternNode } from './syntax.ts';

/** A pattern's tree, and whether JavaScript takes the very text under the `u` flag. */
export interface ParsedPattern {
  readonly root: PatternNode;
  readonly unicode: boolean;
}

const longestPattern = 20_000;
const deepestNesting = 200;

/**
 * Parses a regular expression as ECMA-262 has it under the `u` flag or, where that refuses, with legacy escapes and
 * with what other dialects can say and ECMA-262 can say otherwise (`\A`, `[[:alnum:]]`, `(?i)`).
 * Null for what is none of these, is longer than 20,000 characters or nests deeper than 200 groups.
 */
export function parsePattern(source: string): ParsedPattern | null {
  if (source.length > longestPattern) return null;
  const strict = parseWith(source, false);
  if (strict !== null) return { root: strict, unicode: true };
  const lenient = parseWith(source, true);
  return lenient === null ? null : { root: lenient, unicode: false };
}

function parseWith(source: string, lenient: boolean): PatternNode | null {
  const reader = new PatternReader(source, lenient);
  try {
    const root = parseChoice(reader, 0);
    return reader.done ? root : null;
  } catch (error) {
    if (error instanceof PatternRefusal) return null;
    throw error;
  }
}

function parseChoice(reader: PatternReader, depth: number): PatternNode {
  if (depth > deepestNesting) throw new PatternRefusal('too many groups in one another');
  const { flags } = reader;
  const options: PatternNode[] = [];
  do options.push(parseSequence(reader, depth));
  while (reader.take('|'));
  reader.flags = flags;
  return makeChoice(options);
}

function parseSequence(reader: PatternReader, depth: number): PatternNode {
  const parts: PatternNode[] = [];
  while (!reader.done && reader.peek() !== '|' && reader.peek() !== ')') {
    parts.push(parseQuantifiers(reader, parseTerm(reader, depth)));
  }
  return makeSequence(parts);
}

function parseTerm(reader: PatternReader, depth: number): PatternNode {
  const char = reader.next();
  if (char === '(') return parseGroup(reader, depth);
  if (char === '[') return parseClass(reader);
  if (char === '\\') return parseEscape(reader);
  if (char === '^') return { kind: 'assertion', at: reader.flags.multiline ? 'lineStart' : 'start' };
  if (char === '$') return { kind: 'assertion', at: reader.flags.multiline ? 'lineEnd' : 'end' };
  if (char === '.') return makeSetNode(reader.flags.dotAll ? anyChar : complementSet(lineTerminators));
  if (char === '*' || char === '+' || char === '?') throw new PatternRefusal('nothing to repeat');
  if (char === ']' || char === '{' || char === '}') {
    reader.requireLenient(`a lone \`${char}\``);
    reader.at -= 1;
    if (reader.takeMatch(quantifier) !== null) throw new PatternRefusal('nothing to repeat');
    reader.at += 1;
  }
  return makeSetNode(foldCase(reader, oneChar(char.codePointAt(0)!), false));
}

function parseGroup(reader: PatternReader, depth: number): PatternNode {
  const look = reader.takeMatch(/\?(<?)([=!])/y);
  if (look !== null) {
    const body = parseBody(reader, depth);
    return { kind: 'look', behind: look[1] === '<', negative: look[2] === '!', body };
  }
  const flags = reader.takeMatch(/\?([imsud]*)(?:-([imsud]+))?([:)])/y);
  if (flags !== null) {
    if (flags[0] === '?:') return parseBody(reader, depth);
    reader.requireLenient('flags in the pattern');
    const outer = reader.flags;
    reader.flags = changeFlags(outer, flags[1] ?? '', flags[2] ?? '');
    if (flags[3] === ')') return emptyNode;
    const body = parseBody(reader, depth);
    reader.flags = outer;
    return body;
  }
  if (reader.peek() === '?' && reader.takeMatch(/\?<[A-Za-z_$][\w$]*>/y) === null) {
    throw new PatternRefusal('an unknown kind of group');
  }
  return parseBody(reader, depth);
}

function parseBody(reader: PatternReader, depth: number): PatternNode {
  const body = parseChoice(reader, depth + 1);
  if (!reader.take(')')) throw new PatternRefusal('a group without an end');
  return body;
}

function changeFlags(flags: PatternFlags, on: string, off: string): PatternFlags {
  const is = (letter: string, now: boolean) => (now || on.includes(letter)) && !off.includes(letter);
  return {
    ignoreCase: is('i', flags.ignoreCase),
    dotAll: is('s', flags.dotAll),
    multiline: is('m', flags.multiline),
  };
}

function parseEscape(reader: PatternReader): PatternNode {
  if (reader.take('b')) return { kind: 'assertion', at: 'wordBoundary' };
  if (reader.take('B')) return { kind: 'assertion', at: 'notWordBoundary' };
  if (reader.lenient && reader.take('A')) return { kind: 'assertion', at: 'start' };
  if (reader.lenient && reader.take('z')) return { kind: 'assertion', at: 'end' };
  if (reader.takeMatch(/k<[A-Za-z_$][\w$]*>/y) !== null) return { kind: 'backreference' };
  const number = reader.takeMatch(/[1-9][0-9]*/y);
  if (number !== null) {
    if (Number(number[0]) <= reader.groupCount) return { kind: 'backreference' };
    reader.at -= number[0].length;
  }
  const escaped = parseCharacterEscape(reader, false);
  const set = foldCase(reader, escaped.set, escaped.properties !== null);
  const { properties } = escaped;
  return makeSetNode(set, properties === null ? null : { negated: false, properties, rest: [] });
}

const quantifier = /[*+?]|\{([0-9]+)(?:(,)([0-9]*))?\}/y;

function parseQuantifiers(reader: PatternReader, term: PatternNode): PatternNode {
  const match = reader.takeMatch(quantifier);
  if (match === null) return term;
  const [min, max] = readBounds(match);
  if (min > max) throw new PatternRefusal('a repetition whose bounds are out of order');
  const lazy = reader.take('?');
  if (reader.peek() === '+') {
    reader.requireLenient('a possessive quantifier');
    reader.next();
    // Giving nothing back is the same as giving back only where there is something to give back.
    if (lazy || term.kind !== 'set' || min !== max) throw new PatternRefusal('a possessive quantifier');
  }
  if (term.kind === 'assertion' || term.kind === 'look') {
    reader.requireLenient('a repeated assertion');
    return min === 0 ? emptyNode : term;
  }
  return makeRepeat(term, min, max, lazy);
}

function readBounds(match: RegExpExecArray): [number, number] {
  if (match[0] === '*') return [0, Number.POSITIVE_INFINITY];
  if (match[0] === '+') return [1, Number.POSITIVE_INFINITY];
  if (match[0] === '?') return [0, 1];
  const min = Number(match[1]);
  if (match[2] === undefined) return [min, min];
  return [min, match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3])];
}
