import { type CharSet, lastCodePoint, makeSet, noChar, uniteSets } from './charset.ts';

/** Class names of other dialects that ECMA-262 lacks; they hold ASCII characters only. */
const asciiClasses: ReadonlyMap<string, CharSet> = new Map<string, CharSet>([
  ['alnum', [0x30, 0x39, 0x41, 0x5a, 0x61, 0x7a]],
  ['alpha', [0x41, 0x5a, 0x61, 0x7a]],
  ['ascii', [0x00, 0x7f]],
  ['blank', [0x09, 0x09, 0x20, 0x20]],
  ['cntrl', [0x00, 0x1f, 0x7f, 0x7f]],
  ['digit', [0x30, 0x39]],
  ['graph', [0x21, 0x7e]],
  ['lower', [0x61, 0x7a]],
  ['print', [0x20, 0x7e]],
  ['punct', [0x21, 0x2f, 0x3a, 0x40, 0x5b, 0x60, 0x7b, 0x7e]],
  ['space', [0x09, 0x0d, 0x20, 0x20]],
  ['upper', [0x41, 0x5a]],
  ['xdigit', [0x30, 0x39, 0x41, 0x46, 0x61, 0x66]],
]);

/** The set of a POSIX class such as `alnum`, null for a name that there is not. */
export function findAsciiClass(name: string): CharSet | null {
  return asciiClasses.get(name.toLowerCase()) ?? null;
}

/** A property as a set, and how to write it under the `u` flag (nothing where its ranges are short enough to print). */
export interface Property {
  readonly set: CharSet;
  readonly names: readonly string[];
}

/** The property that `\p{name}` means; other dialects' names (`Alnum`, `IsAlphabetic`) only when asked for. Null for an unknown name. */
export function readProperty(name: string, otherDialects: boolean): Property | null {
  const own = findProperty(name);
  if (own !== null) return { set: own, names: [name] };
  if (!otherDialects) return null;
  const ascii = findAsciiClass(name);
  if (ascii !== null) return { set: ascii, names: [] };
  if (name === 'all') return readProperty('Any', false);
  if (name === 'LD') return { set: uniteSets(findProperty('L')!, findProperty('Nd')!), names: ['L', 'Nd'] };
  if (!name.startsWith('Is')) return null;
  return readProperty(/^IsWhite_?Space$/i.test(name) ? 'White_Space' : name.slice(2), false);
}

const known = new Map<string, CharSet | null>();
let everyChar = '';

/** The code points of `\p{name}` under the `u` flag, as this JavaScript engine knows them; null where it does not know the name. */
function findProperty(name: string): CharSet | null {
  const found = known.get(name);
  if (found !== undefined) return found;
  const set = scanProperty(name);
  known.set(name, set);
  return set;
}

/** Where Unicode has assigned characters one by one; what lies between is looked at a plane at a time. */
const assigned: readonly (readonly [number, number])[] = [
  [0, 0x3ffff],
  [0xe0000, 0xe0fff],
];

function scanProperty(name: string): CharSet | null {
  if (!/^[A-Za-z0-9_]+(?:=[A-Za-z0-9_]+)?$/.test(name)) return null;
  let runs: RegExp;
  try {
    runs = new RegExp(`\\p{${name}}+`, 'gu');
  } catch {
    return null;
  }
  everyChar ||= assigned.map(([from, to]) => writeChars(from, to)).join('');
  const ranges: [number, number][] = [];
  for (const run of everyChar.matchAll(runs)) {
    const text = run[0];
    const last = text.codePointAt(text.length - 2);
    const to = last !== undefined && last > 0xffff ? last : text.charCodeAt(text.length - 1);
    ranges.push([text.codePointAt(0)!, to]);
  }
  const one = new RegExp(`^\\p{${name}}$`, 'u');
  for (let unit = 0xd800; unit <= 0xdfff; unit++) if (one.test(String.fromCharCode(unit))) ranges.push([unit, unit]);
  for (const [from, to] of uniformRanges()) if (one.test(String.fromCodePoint(from))) ranges.push([from, to]);
  return ranges.length === 0 ? noChar : splitRuns(ranges);
}

/** The stretches outside `assigned` in which all characters have the same properties: a plane's end is two noncharacters. */
function* uniformRanges(): Iterable<readonly [number, number]> {
  for (let plane = 4; plane * 0x10000 <= lastCodePoint; plane++) {
    const from = plane === 0xe ? 0xe1000 : plane * 0x10000;
    yield [from, plane * 0x10000 + 0xfffd];
    yield [plane * 0x10000 + 0xfffe, plane * 0x10000 + 0xffff];
  }
}

/** A run goes on over the gaps of the text that was scanned; there it is two. */
function splitRuns(ranges: readonly [number, number][]): CharSet {
  const gaps = [
    [0xd800, 0xdfff],
    [0x40000, 0xdffff],
  ] as const;
  let split = ranges.slice();
  for (const [first, last] of gaps)
    split = split.flatMap(([from, to]): [number, number][] =>
      from < first && to > last
        ? [
            [from, first - 1],
            [last + 1, to],
          ]
        : [[from, to]],
    );
  return makeSet(split);
}

/** The code points of a range in order but the surrogates, which would join into pairs. */
function writeChars(first: number, last: number): string {
  const pieces: string[] = [];
  for (let from = first; from <= last; from += 0x400) {
    if (from >= 0xd800 && from <= 0xdfff) continue;
    pieces.push(String.fromCodePoint(...Array.from({ length: 0x400 }, (_, at) => from + at)));
  }
  return pieces.join('');
}
