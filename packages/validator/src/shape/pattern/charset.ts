/** A set of code points: sorted, disjoint, non-adjacent inclusive ranges, flat (`[from, to, from, to, …]`). */
export type CharSet = readonly number[];

export const lastCodePoint = 0x10ffff;
export const noChar: CharSet = [];
export const anyChar: CharSet = [0, lastCodePoint];
export const digits: CharSet = [0x30, 0x39];
export const wordChars: CharSet = [0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a];
/** What `\s` means in ECMA-262: white space and line terminators. */
export const whiteSpace: CharSet = makeSet([
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
]);
export const lineTerminators: CharSet = [0x0a, 0x0a, 0x0d, 0x0d, 0x2028, 0x2029];

/** Makes a set of ranges in any order, overlapping or not. */
export function makeSet(ranges: readonly (readonly [number, number])[]): CharSet {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const set: number[] = [];
  for (const [from, to] of sorted) {
    const end = set.length - 1;
    if (end > 0 && from <= set[end]! + 1) set[end] = Math.max(set[end]!, to);
    else set.push(from, to);
  }
  return set;
}

/** The ranges of a set as pairs. */
export function listRanges(set: CharSet): [number, number][] {
  const ranges: [number, number][] = [];
  for (let at = 0; at < set.length; at += 2) ranges.push([set[at]!, set[at + 1]!]);
  return ranges;
}

/** The set of one code point. */
export function oneChar(codePoint: number): CharSet {
  return [codePoint, codePoint];
}

/** What is in at least one of the sets. */
export function uniteSets(...sets: readonly CharSet[]): CharSet {
  return makeSet(sets.flatMap(listRanges));
}

/** What is not in the set. */
export function complementSet(set: CharSet): CharSet {
  const rest: number[] = [];
  let next = 0;
  for (let at = 0; at < set.length; at += 2) {
    if (set[at]! > next) rest.push(next, set[at]! - 1);
    next = set[at + 1]! + 1;
  }
  if (next <= lastCodePoint) rest.push(next, lastCodePoint);
  return rest;
}

/** What is in both sets. */
export function intersectSets(left: CharSet, right: CharSet): CharSet {
  const both: number[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    const from = Math.max(left[l]!, right[r]!);
    const to = Math.min(left[l + 1]!, right[r + 1]!);
    if (from <= to) both.push(from, to);
    if (left[l + 1]! < right[r + 1]!) l += 2;
    else r += 2;
  }
  return both;
}

/** What is in the first set and not in the second. */
export function subtractSet(from: CharSet, what: CharSet): CharSet {
  return intersectSets(from, complementSet(what));
}

/** Whether every code point of `part` is in `whole`. */
export function isSubset(part: CharSet, whole: CharSet): boolean {
  return subtractSet(part, whole).length === 0;
}

export function areSameSets(left: CharSet, right: CharSet): boolean {
  return left.length === right.length && left.every((codePoint, at) => codePoint === right[at]);
}

/** Whether the code point is in the set; a binary search. */
export function hasChar(set: CharSet, codePoint: number): boolean {
  let low = 0;
  let high = set.length / 2 - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (codePoint < set[2 * middle]!) high = middle - 1;
    else if (codePoint > set[2 * middle + 1]!) low = middle + 1;
    else return true;
  }
  return false;
}

/** Adds the other case of the ASCII letters, which is what `(?i)` means in the dialect that has it. */
export function addOtherCase(set: CharSet): CharSet {
  const upper = intersectSets(set, [0x41, 0x5a]).map((codePoint) => codePoint + 32);
  const lower = intersectSets(set, [0x61, 0x7a]).map((codePoint) => codePoint - 32);
  return uniteSets(set, upper, lower);
}
