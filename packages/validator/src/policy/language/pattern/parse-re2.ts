import {
  anyChar,
  type CharSet,
  complementSet,
  digits,
  lastCodePoint,
  makeSet,
  oneChar,
  uniteSets,
  wordChars,
} from '../../../shape/pattern/charset.ts';
import { findAsciiClass, readProperty } from '../../../shape/pattern/property.ts';
import {
  emptyNode,
  makeChoice,
  makeRepeat,
  makeSequence,
  makeSetNode,
  type PatternNode,
} from '../../../shape/pattern/syntax.ts';
import { foldSet } from './fold-set.ts';

/** Ends the reading of a pattern; `at` is a UTF-16 unit of the pattern. Never leaves this folder. */
export class PatternFault extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly dotAll: boolean;
  readonly multiline: boolean;
}

const lineFeed = oneChar(0x0a);
/** RE2's `\s`: five ASCII characters. */
const spaces: CharSet = makeSet([
  [0x09, 0x0a],
  [0x0c, 0x0d],
  [0x20, 0x20],
]);
const classLetters: ReadonlyMap<string, CharSet> = new Map([
  ['d', digits],
  ['w', wordChars],
  ['s', spaces],
]);
const controls: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['f', 12],
  ['n', 10],
  ['r', 13],
  ['t', 9],
  ['v', 11],
]);
const mostRepeats = 1_000;
const mostGroups = 100;
/** Different `\p{…}`: what one holds is asked of the engine, character by character. */
const mostProperties = 4;
/** The ends of ranges in all classes; a letter's property has 1,300. */
const mostRangeEnds = 100_000;
/** Sets whose other case is looked for; each is some hundred microseconds at the most. */
const mostFolds = 500;

const afterLineFeed: PatternNode = { kind: 'look', behind: true, negative: false, body: makeSetNode(lineFeed) };
const beforeLineFeed: PatternNode = { kind: 'look', behind: false, negative: false, body: makeSetNode(lineFeed) };

/** Reads RE2's syntax, which is what CEL's `matches` takes, into a tree for the linear engine. Throws a PatternFault. */
export function parseRe2(source: string): PatternNode {
  const reader = new Re2Reader(source);
  return reader.readAll();
}

class Re2Reader {
  readonly #source: string;
  #at = 0;
  #depth = 0;
  #folds = 0;
  readonly #properties = new Set<string>();
  #rangeEnds = 0;
  readonly #names = new Set<string>();
  #flags: Flags = { ignoreCase: false, dotAll: false, multiline: false };

  constructor(source: string) {
    this.#source = source;
  }

  readAll(): PatternNode {
    const root = this.#readChoice();
    if (this.#at < this.#source.length) this.#fail('unexpected `)`');
    return root;
  }

  #fail(message: string, at = this.#at): never {
    throw new PatternFault(message, at);
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #takeMatch(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#source);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #takeChar(): number {
    const codePoint = this.#source.codePointAt(this.#at);
    if (codePoint === undefined) this.#fail('the pattern ends too early');
    this.#at += codePoint > 0xffff ? 2 : 1;
    return codePoint;
  }

  #readChoice(): PatternNode {
    const options = [this.#readSequence()];
    while (this.#take('|')) options.push(this.#readSequence());
    return makeChoice(options);
  }

  #readSequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && this.#source[this.#at] !== '|' && this.#source[this.#at] !== ')') {
      if (!this.#take('\\Q')) parts.push(this.#readRepeat(this.#at, this.#readAtom()));
      else {
        const start = this.#at;
        const quoted = this.#readQuoted();
        const last = quoted.pop();
        // A repetition after quoted text is one of its last character.
        parts.push(...quoted, this.#readRepeat(start, last ?? emptyNode));
      }
    }
    return makeSequence(parts);
  }

  #readQuoted(): PatternNode[] {
    const close = this.#source.indexOf('\\E', this.#at);
    const end = close === -1 ? this.#source.length : close;
    const nodes: PatternNode[] = [];
    while (this.#at < end) nodes.push(makeSetNode(this.#fold(oneChar(this.#takeChar()))));
    this.#take('\\E');
    return nodes;
  }

  #readRepeat(start: number, atom: PatternNode): PatternNode {
    let node = atom;
    let times = 0;
    for (;;) {
      const found = this.#takeMatch(/([*+?])|\{(\d+)(,?)(\d*)\}/y);
      if (found === null) return node;
      if (++times > 1) this.#fail(`\`${found[0]}\` may not follow another repetition`, start);
      const min = found[1] === undefined ? Number(found[2]) : found[1] === '+' ? 1 : 0;
      const open = found[1] === undefined ? found[3] === ',' && found[4] === '' : found[1] !== '?';
      const max = open ? Number.POSITIVE_INFINITY : found[1] === '?' ? 1 : found[3] === ',' ? Number(found[4]) : min;
      if (min > max || min > mostRepeats || (max > mostRepeats && !open))
        this.#fail('a repetition counts up to 1,000, the lesser number first', start);
      node = makeRepeat(node, min, max, this.#take('?'));
    }
  }

  #readAtom(): PatternNode {
    const start = this.#at;
    if (this.#take('(')) return this.#readGroup(start);
    if (this.#take('[')) return makeSetNode(this.#readClass(start));
    if (this.#take('.')) return makeSetNode(this.#flags.dotAll ? anyChar : complementSet(lineFeed));
    if (this.#take('^'))
      return this.#flags.multiline
        ? makeChoice([{ kind: 'assertion', at: 'start' }, afterLineFeed])
        : { kind: 'assertion', at: 'start' };
    if (this.#take('$'))
      return this.#flags.multiline
        ? makeChoice([{ kind: 'assertion', at: 'end' }, beforeLineFeed])
        : { kind: 'assertion', at: 'end' };
    if (/[*+?]/.test(this.#source[start]!)) this.#fail(`there is nothing for \`${this.#source[start]}\` to repeat`);
    if (this.#take('\\A')) return { kind: 'assertion', at: 'start' };
    if (this.#take('\\z')) return { kind: 'assertion', at: 'end' };
    if (this.#take('\\b')) return { kind: 'assertion', at: 'wordBoundary' };
    if (this.#take('\\B')) return { kind: 'assertion', at: 'notWordBoundary' };
    const set = this.#source[start] === '\\' ? this.#readEscape() : oneChar(this.#takeChar());
    return makeSetNode(this.#fold(set));
  }

  #readGroup(start: number): PatternNode {
    const before = this.#flags;
    if (this.#source.startsWith('?', this.#at)) {
      if (/^\?<?[=!]/.test(this.#source.slice(this.#at, this.#at + 3)))
        this.#fail('lookaround is not supported', start);
      const flags = this.#takeMatch(/\?([imsU]*)(?:-([imsU]+))?([:)])/y);
      if (flags !== null) {
        this.#setFlags(flags[1] ?? '', true, start);
        this.#setFlags(flags[2] ?? '', false, start);
        // Flags without a group hold to the end of the group that they stand in.
        if (flags[3] === ')') return emptyNode;
      } else this.#readGroupName(start);
    }
    if (++this.#depth > mostGroups) this.#fail('the groups are nested too deep', start);
    const body = this.#readChoice();
    if (!this.#take(')')) this.#fail('a group does not end', start);
    this.#depth--;
    this.#flags = before;
    return body;
  }

  #readGroupName(start: number): void {
    const name = this.#takeMatch(/\?P?<([A-Za-z_0-9]+)>/y)?.[1];
    if (name === undefined) this.#fail('unknown kind of group', start);
    if (this.#names.has(name)) this.#fail(`the group \`${name}\` is there twice`, start);
    this.#names.add(name);
  }

  #setFlags(letters: string, value: boolean, start: number): void {
    for (const letter of letters) {
      if (letter === 'U') this.#fail('the flag `U` is not supported', start);
      const name = letter === 'i' ? 'ignoreCase' : letter === 's' ? 'dotAll' : 'multiline';
      this.#flags = Object.assign({ ...this.#flags }, { [name]: value });
    }
  }

  #readClass(start: number): CharSet {
    const negated = this.#take('^');
    const sets: CharSet[] = [];
    for (let first = true; first || !this.#take(']'); first = false) {
      if (this.#at >= this.#source.length) this.#fail('a class does not end', start);
      sets.push(this.#readClassItem());
    }
    this.#rangeEnds += sets.reduce((sum, { length }) => sum + length, 0);
    if (this.#rangeEnds > mostRangeEnds) this.#fail('the pattern is too large', start);
    const set = this.#fold(uniteSets(...sets));
    return negated ? complementSet(set) : set;
  }

  #readClassItem(): CharSet {
    const start = this.#at;
    const named = this.#takeMatch(/\[:(\^?)([a-z]+):\]/y);
    if (named !== null) {
      const set = named[2] === 'word' ? wordChars : findAsciiClass(named[2]!);
      if (set === null) this.#fail(`unknown class \`${named[0]}\``, start);
      return named[1] === '' ? set : complementSet(set);
    }
    const from = this.#readClassChar();
    if (
      this.#source[this.#at] !== '-' ||
      this.#source[this.#at + 1] === ']' ||
      this.#source[this.#at + 1] === undefined
    )
      return from;
    this.#at++;
    const to = this.#readClassChar();
    if (from.length !== 2 || from[0] !== from[1] || to.length !== 2 || to[0] !== to[1] || from[0]! > to[0]!)
      this.#fail('a range goes from one character to a later one', start);
    return [from[0]!, to[0]!];
  }

  #readClassChar(): CharSet {
    return this.#source[this.#at] === '\\' ? this.#readEscape() : oneChar(this.#takeChar());
  }

  #readEscape(): CharSet {
    const start = this.#at++;
    const letter = this.#source[this.#at];
    if (letter === undefined) this.#fail('the pattern ends with a backslash', start);
    const set = classLetters.get(letter.toLowerCase());
    if (set !== undefined) {
      this.#at++;
      return letter === letter.toLowerCase() ? set : complementSet(set);
    }
    if (letter === 'p' || letter === 'P') return this.#readProperty(start);
    const control = controls.get(letter);
    if (control !== undefined) {
      this.#at++;
      return oneChar(control);
    }
    const hex = this.#takeMatch(/x(?:([0-9a-fA-F]{2})|\{([0-9a-fA-F]{1,6})\})/y);
    if (hex !== null) {
      const codePoint = Number.parseInt(hex[1] ?? hex[2]!, 16);
      if (codePoint > lastCodePoint) this.#fail('the escape names no character', start);
      return oneChar(codePoint);
    }
    const octal = this.#takeMatch(/0[0-7]{0,2}|[1-7][0-7]{1,2}/y);
    if (octal !== null) return oneChar(Number.parseInt(octal[0], 8));
    if (/[1-9]/.test(letter)) this.#fail('a reference back to a group is not supported', start);
    if (/[A-Za-z0-9]/.test(letter) || letter > '\x7f') this.#fail(`unknown escape \`\\${letter}\``, start);
    return oneChar(this.#takeChar());
  }

  #readProperty(start: number): CharSet {
    const found = this.#takeMatch(/([pP])(?:([A-Z])|\{(\^?)([A-Za-z_]+)\})/y);
    const name = found?.[2] ?? found?.[4] ?? '';
    if (this.#properties.add(name).size > mostProperties)
      this.#fail('the pattern has more than four properties', start);
    const property = readProperty(name, false) ?? readProperty(`Script=${name}`, false);
    if (found === null || property === null) this.#fail('unknown property', start);
    return (found[1] === 'P') !== (found[3] === '^') ? complementSet(property.set) : property.set;
  }

  #fold(set: CharSet): CharSet {
    if (!this.#flags.ignoreCase) return set;
    if (++this.#folds > mostFolds) this.#fail('the pattern is too large');
    return foldSet(set);
  }
}
