import { type CharSet, complementSet, digits, oneChar, whiteSpace, wordChars } from './charset.ts';
import { readProperty } from './property.ts';
import { type PatternReader, PatternRefusal } from './reader.ts';

/** What an escape stands for inside or outside a class; `properties` is how to write it where its ranges are too many. */
export interface EscapedSet {
  readonly set: CharSet;
  /** Null where the set prints as ranges. */
  readonly properties: readonly string[] | null;
  /** False for `\d`, `\w`, `\p{…}`: they cannot bound a range. */
  readonly single: boolean;
}

const shorthands: ReadonlyMap<string, CharSet> = new Map([
  ['d', digits],
  ['D', complementSet(digits)],
  ['s', whiteSpace],
  ['S', complementSet(whiteSpace)],
  ['w', wordChars],
  ['W', complementSet(wordChars)],
]);
const controls: ReadonlyMap<string, number> = new Map([
  ['t', 0x09],
  ['n', 0x0a],
  ['v', 0x0b],
  ['f', 0x0c],
  ['r', 0x0d],
]);
const syntaxCharacters = '^$\\.*+?()[]{}|/';
/** Letters that mean something in another dialect which no equivalent here is exact for. */
const foreignLetters = 'aeGhHNQEqRVXZ';

function makeSingle(codePoint: number): EscapedSet {
  return { set: oneChar(codePoint), properties: null, single: true };
}

/** Reads an escape for characters, after its backslash. */
export function parseCharacterEscape(reader: PatternReader, inClass: boolean): EscapedSet {
  const hex = parseCodePoint(reader);
  if (hex !== null) return makeSingle(hex);
  const octal = reader.takeMatch(/0(?![0-9])/y) ?? null;
  if (octal !== null) return makeSingle(0);
  if (/[0-9]/.test(reader.peek())) return makeSingle(parseLegacyOctal(reader));
  const char = reader.next();
  const shorthand = shorthands.get(char);
  if (shorthand !== undefined) return { set: shorthand, properties: null, single: false };
  if (char === 'p' || char === 'P') return parseProperty(reader, char === 'P');
  const control = controls.get(char);
  if (control !== undefined) return makeSingle(control);
  if (char === 'c') {
    const letter = reader.takeMatch(/[A-Za-z]/y);
    if (letter === null) throw new PatternRefusal('`\\c` needs a letter');
    return makeSingle(letter[0].charCodeAt(0) % 32);
  }
  if (char === 'b' && inClass) return makeSingle(0x08);
  if (!syntaxCharacters.includes(char) && !(inClass && char === '-')) {
    reader.requireLenient(`\`\\${char}\``);
    if (foreignLetters.includes(char)) throw new PatternRefusal(`\`\\${char}\``);
  }
  return makeSingle(char.codePointAt(0)!);
}

/** Reads `xHH`, `uHHHH` (a pair of surrogates is one code point), `u{H…}` and, leniently, `x{H…}`. */
function parseCodePoint(reader: PatternReader): number | null {
  const pair = reader.takeMatch(/u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})/y);
  if (pair !== null) {
    const high = Number.parseInt(pair[1]!, 16) - 0xd800;
    return 0x10000 + high * 0x400 + Number.parseInt(pair[2]!, 16) - 0xdc00;
  }
  const fixed = reader.takeMatch(/u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})/y);
  if (fixed !== null) return Number.parseInt((fixed[1] ?? fixed[2])!, 16);
  const braced = reader.takeMatch(reader.lenient ? /[ux]\{([0-9a-fA-F]{1,10})\}/y : /u\{([0-9a-fA-F]{1,10})\}/y);
  if (braced === null) return null;
  const codePoint = Number.parseInt(braced[1]!, 16);
  if (codePoint > 0x10ffff) throw new PatternRefusal('a code point past the last');
  return codePoint;
}

function parseLegacyOctal(reader: PatternReader): number {
  reader.requireLenient('an octal escape');
  const octal = reader.takeMatch(/[0-3][0-7]{0,2}|[4-7][0-7]?/y);
  return octal === null ? reader.next().codePointAt(0)! : Number.parseInt(octal[0], 8);
}

function parseProperty(reader: PatternReader, negated: boolean): EscapedSet {
  const braced = reader.takeMatch(/\{(\^?)([^}]{1,60})\}/y);
  let name = braced?.[2];
  if (name === undefined) {
    reader.requireLenient('a property without braces');
    name = reader.takeMatch(/[LMNPSZC]/y)?.[0];
  }
  const property = name === undefined || braced?.[1] ? null : readProperty(name, reader.lenient);
  if (property === null) throw new PatternRefusal('an unknown property');
  const set = negated ? complementSet(property.set) : property.set;
  if (property.names.length > 1 && negated) return { set, properties: null, single: false };
  const letter = negated ? 'P' : 'p';
  const properties = property.names.length === 0 ? null : property.names.map((one) => `\\${letter}{${one}}`);
  return { set, properties, single: false };
}
