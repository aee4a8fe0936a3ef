import { quoteCharacter } from './quote-value.ts';

/** Characters that a name may have, from the body of a character class such as `a-zA-Z0-9._-`. */
export interface CharacterSet {
  /** @param character one code point */
  has(character: string): boolean;
  /** The body of a class for patterns with the flag `u`, in escapes: nothing in it is special beside what else a class has. */
  readonly source: string;
  /** Finds the first character outside. */
  readonly stranger: RegExp;
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

/** What the body of a class lists. */
interface ClassBody {
  readonly ranges: readonly (readonly [number, number])[];
  /** `s`, `w`, `d`, and properties of Unicode such as `p{L}`. */
  readonly classNames: readonly string[];
  /** The same properties as patterns have them. */
  readonly properties: readonly string[];
}

const propertyWords: readonly (readonly [property: string, word: string])[] = [
  ['p{L}', 'letters'],
  ['p{N}', 'digits'],
  ['p{Z}', 'spaces'],
];

/** A property of Unicode that starts at a place of the body, such as `p{L}`; null where none does. */
function readProperty(body: string): string | null {
  const name = /^p\{[\w=]{1,64}\}/i.exec(body)?.[0];
  if (name === undefined) return null;
  try {
    new RegExp(`\\${name}`, 'u');
    return name;
  } catch {
    return null;
  }
}

function readBody(body: string): ClassBody {
  const ranges: (readonly [number, number])[] = [];
  const classNames: string[] = [];
  const properties: string[] = [];
  const characters = [...body];
  for (let i = 0; i < characters.length; i++) {
    let character = characters[i] ?? '';
    if (character === '\\' && i + 1 < characters.length) {
      const property = readProperty(characters.slice(i + 1, i + 70).join(''));
      if (property !== null) {
        classNames.push(property);
        properties.push(`\\${property}`);
        i += property.length;
        continue;
      }
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
  return { ranges, classNames, properties };
}

function describeBody({ ranges, classNames }: ClassBody): string {
  const covers = (from: number, to: number) => ranges.some(([low, high]) => low <= from && to <= high);
  const lower = covers(97, 122);
  const upper = covers(65, 90);
  const words: string[] = [];
  if (lower && upper) words.push('letters');
  else if (lower) words.push('lower-case letters');
  else if (upper) words.push('upper-case letters');
  if (covers(48, 57)) words.push('digits');
  if (classNames.includes('s')) words.push('spaces');
  for (const [property, word] of propertyWords)
    if (classNames.includes(property) && !words.includes(word)) words.push(word);
  for (const name of classNames)
    if (/^p/i.test(name) && propertyWords.every(([property]) => property !== name)) words.push(`\`\\${name}\``);
  for (const [low, high] of ranges)
    if (low === high && !(classNames.includes('s') && classes.s?.some(([a, b]) => a <= low && low <= b)))
      words.push(quoteCharacter(String.fromCodePoint(low)));
  const last = words.pop() ?? 'nothing';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}

function writeSource({ ranges, properties }: ClassBody): string {
  const write = (code: number) => `\\u{${code.toString(16)}}`;
  const written = ranges.flatMap(([low, high]) => (low > high ? [] : [`${write(low)}-${write(high)}`]));
  return [...written, ...properties].join('');
}

const known = new Map<string, CharacterSet>();

/** Reads the body of a character class: ranges, single characters, `\s`, `\w`, `\d`, `\p{L}` and escapes; nothing in it is refused. */
export function characterSet(body: string): CharacterSet {
  let set = known.get(body);
  if (set === undefined) {
    const read = readBody(body);
    const source = writeSource(read);
    const stranger = new RegExp(`[^${source}]`, 'u');
    set = { has: (character) => !stranger.test(character), source, stranger, description: describeBody(read) };
    known.set(body, set);
  }
  return set;
}

/** The first character outside of a set and its place in code points, 0-based; null where all are in it. */
export function findStranger(text: string, { stranger }: CharacterSet): { character: string; index: number } | null {
  const found = stranger.exec(text);
  if (found === null) return null;
  let index = 0;
  for (const _ of text.slice(0, found.index)) index++;
  return { character: found[0], index };
}
