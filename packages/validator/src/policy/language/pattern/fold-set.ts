import {
  addOtherCase,
  type CharSet,
  hasChar,
  listRanges,
  makeSet,
  oneChar,
  uniteSets,
} from '../../../shape/pattern/charset.ts';
import { readProperty } from '../../../shape/pattern/property.ts';

/** The ASCII letters that have a third form. */
const thirdForms: ReadonlyMap<number, number> = new Map([
  [0x6b, 0x212a],
  [0x4b, 0x212a],
  [0x73, 0x17f],
  [0x53, 0x17f],
]);
let everyPair: readonly (readonly [number, number])[] | null = null;

/** The set with the other cases of its characters, as RE2's `(?i)` means it. */
export function foldSet(set: CharSet): CharSet {
  if (set[0] === set.at(-1)) return uniteSets(set, ...listCases(set[0]!).map(oneChar));
  if (set.at(-1)! < 0x80) {
    const thirds = [...thirdForms].filter(([letter]) => hasChar(set, letter)).map(([, third]) => oneChar(third));
    return uniteSets(addOtherCase(set), ...thirds);
  }
  everyPair ??= listPairs();
  const added = everyPair
    .filter(([from, to]) => hasChar(set, from) && !hasChar(set, to))
    .map(([, to]): [number, number] => [to, to]);
  return added.length === 0 ? set : uniteSets(set, makeSet(added));
}

/** The other cases of a character, those that are one character. */
function listCases(codePoint: number): number[] {
  const char = String.fromCodePoint(codePoint);
  const cases = [char.toLowerCase(), char.toUpperCase()].filter((text) => text !== char && [...text].length === 1);
  const third = thirdForms.get(codePoint);
  const found = cases.map((text) => text.codePointAt(0)!);
  return third === undefined ? found : [...found, third];
}

function listPairs(): [number, number][] {
  const cased = readProperty('Changes_When_Casemapped', false)?.set ?? [];
  const pairs: [number, number][] = [];
  for (const [from, to] of listRanges(cased))
    for (let codePoint = from; codePoint <= to; codePoint++)
      for (const other of listCases(codePoint)) pairs.push([codePoint, other]);
  return pairs;
}
