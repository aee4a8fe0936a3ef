import { quoteCharacter } from './quote-value.ts';

/** Characters that a name may have, from the body of a character class such as `a-zA-Z0-9._-`. */
export interface CharacterSet {
  /** @param character one code point */
  has(character: string): boolean;
  /** In words: `letters, digits, `.`, `_` and `-``. */
  readonly description: string;
}

const classes: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  d: [[48, 57]],
  w: [
    [48, 57],
    [65, 90],
    [95, 95],
    [97, 122],
  ],
  s: [
    [9, 13],
    [32, 32],
    [160, 160],
    [0x1680, 0x1680],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
    [0x202f, 0x202f],
    [0x205f, 0x205f],
    [0x3000, 0x3000],
    [0xfeff, 0xfeff],
  ],
};

function readRanges(body: string): { ranges: (readonly [number, number])[]; classNames: string[] } {
  const ranges: (readonly [number, number])[] = [];
  const classNames: string[] = [];
  const characters = [...body];
  for (let i = 0; i < characters.length; i++) {
    let character = characters[i] ?? '';
    if (character === '\\' && i + 1 < characters.length) {
      character = characters[++i] ?? '';
      const known = Object.hasOwn(classes, character) ? classes[character] : undefined;
      if (known !== undefined) {
        ranges.push(...known);
        classNames.push(character);
        continue;
      }
    }
    const from = character.codePointAt(0) ?? 0;
    const to = characters[i + 1] === '-' && i + 2 < characters.length ? characters[i + 2] : undefined;
    if (to === undefined) ranges.push([from, from]);
    else {
      ranges.push([from, to.codePointAt(0) ?? from]);
      i += 2;
    }
  }
  return { ranges, classNames };
}

function describeRanges(ranges: readonly (readonly [number, number])[], classNames: readonly string[]): string {
  const covers = (from: number, to: number) => ranges.some(([low, high]) => low <= from && to <= high);
  const lower = covers(97, 122);
  const upper = covers(65, 90);
  const words: string[] = [];
  if (lower && upper) words.push('letters');
  else if (lower) words.push('lower-case letters');
  else if (upper) words.push('upper-case letters');
  if (covers(48, 57)) words.push('digits');
  if (classNames.includes('s')) words.push('spaces');
  for (const [low, high] of ranges)
    if (low === high && !(classNames.includes('s') && classes.s?.some(([a, b]) => a <= low && low <= b)))
      words.push(quoteCharacter(String.fromCodePoint(low)));
  const last = words.pop() ?? 'nothing';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

const known = new Map<string, CharacterSet>();

/** Reads the body of a character class: ranges, single characters, `\s`, `\w`, `\d` and escapes; nothing in it is refused. */
export function characterSet(body: string): CharacterSet {
  let set = known.get(body);
  if (set === undefined) {
    const { ranges, classNames } = readRanges(body);
    set = {
      has(character) {
        const code = character.codePointAt(0) ?? -1;
        return ranges.some(([low, high]) => low <= code && code <= high);
      },
      description: describeRanges(ranges, classNames),
    };
    known.set(body, set);
  }
  return set;
}

/** The first character outside of a set and its place in code points, 0-based; null where all are in it. */
export function findStranger(text: string, set: CharacterSet): { character: string; index: number } | null {
  let index = 0;
  for (const character of text) {
    if (!set.has(character)) return { character, index };
    index++;
  }
  return null;
}
