import { type Alphabet, type CharSet, listRanges, type PatternNode } from '@shapegate/validator/leaves';
import { listPositions, type Positions } from './positions.ts';

/** What all comparisons for one pattern may cost together: positions looked at. */
export const mostWork = 3_000_000;

/** Counts the work of comparisons. */
export interface Work {
  left: number;
}

/** The set of texts that a pattern finds a match in, as a deterministic automaton that is built as far as it is asked for. */
export class Language {
  readonly #positions: Positions;
  /** For each position, the classes it takes. */
  readonly #classes: readonly (readonly number[])[];
  readonly #size: number;
  readonly #last: Uint8Array;
  readonly #free: readonly number[];
  readonly #states: { readonly at: Int32Array; readonly next: Int32Array | null }[] = [];
  /** States by the hash of their positions. */
  readonly #known = new Map<number, number[]>();
  /** For each class and position, the round in which it was last reached. */
  readonly #reached: Int32Array;
  #round = 0;
  /** For each position, the comparison that last marked it. */
  readonly #marked: Int32Array;
  #markRound = 0;
  /** State 0: nothing read yet. State 1: matched, whatever follows. */
  static readonly start = 0;
  static readonly everything = 1;

  private constructor(positions: Positions, classes: readonly (readonly number[])[], size: number) {
    this.#positions = positions;
    this.#classes = classes;
    this.#size = size;
    this.#last = new Uint8Array(positions.sets.length);
    for (const { at, free } of positions.whole.last) this.#last[at] = free > 0 ? 2 : 1;
    this.#free = positions.whole.first.filter((entry) => entry.free > 0).map((entry) => entry.at);
    const everything = new Int32Array(size).fill(Language.everything);
    this.#states.push({ at: new Int32Array(), next: null }, { at: new Int32Array(), next: everything });
    this.#reached = new Int32Array(size * positions.sets.length);
    this.#marked = new Int32Array(positions.sets.length);
  }

  /** Null for what is no regular language here (lookarounds, word boundaries), is too large, or tells more classes apart than the alphabet. */
  static read(root: PatternNode, alphabet: Alphabet): Language | null {
    const positions = listPositions(root, 'exact');
    if (positions === null || !positions.sure) return null;
    const chars = Array.from({ length: alphabet.size }, (_, index) => alphabet.charsOf(index));
    const known = new Map<string, readonly number[] | null>();
    const classes: (readonly number[])[] = [];
    for (const set of positions.sets) {
      const key = set.join();
      let found = known.get(key);
      if (found === undefined) {
        found = listClasses(set, chars);
        known.set(key, found);
      }
      if (found === null) return null;
      classes.push(found);
    }
    return new Language(positions, classes, alphabet.size);
  }

  /** Whether a text that ends in the state has a match. */
  accepts(state: number): boolean {
    if (state === Language.everything) return true;
    const [free, start, end, both] = this.#positions.whole.empty as [number, number, number, number];
    if (free + start + end > 0) return true;
    if (state === Language.start) return both > 0;
    return this.#states[state]!.at.some((at) => this.#last[at]! > 0);
  }

  /** The state after each class of the alphabet; null when the work is used up. */
  next(state: number, work: Work): Int32Array | null {
    const known = this.#states[state]!.next;
    if (known !== null) return known;
    const reached: number[][] = Array.from({ length: this.#size }, () => []);
    const done = new Uint8Array(this.#size);
    const { length } = this.#positions.sets;
    this.#round++;
    const take = (to: number): void => {
      for (const index of this.#classes[to]!) {
        work.left--;
        if (this.#last[to] === 2) done[index] = 1;
        else if (this.#reached[index * length + to] !== this.#round) {
          this.#reached[index * length + to] = this.#round;
          reached[index]!.push(to);
        }
      }
    };
    if (state === Language.start) for (const { at } of this.#positions.whole.first) take(at);
    else {
      for (const to of this.#free) take(to);
      for (const from of this.#states[state]!.at) for (const to of this.#positions.follow[from]!.keys()) take(to);
    }
    if (work.left < 0) return null;
    const next = reached.map((positions, index) => (done[index] ? Language.everything : this.#intern(positions)));
    const { at } = this.#states[state]!;
    this.#states[state] = { at, next: Int32Array.from(next) };
    return this.#states[state]!.next;
  }

  #intern(reached: readonly number[]): number {
    // The sum does not depend on the order, so nothing has to be sorted.
    let hash = reached.length;
    for (const position of reached) hash = (hash + Math.imul(position + 1, 0x9e3779b1)) | 0;
    const alike = this.#known.get(hash);
    const known = alike?.find((state) => this.#isSame(this.#states[state]!.at, reached));
    if (known !== undefined) return known;
    const state = this.#states.push({ at: Int32Array.from(reached), next: null }) - 1;
    if (alike === undefined) this.#known.set(hash, [state]);
    else alike.push(state);
    return state;
  }

  /** Whether two lists without repetitions hold the same positions. */
  #isSame(left: Int32Array, right: readonly number[]): boolean {
    if (left.length !== right.length) return false;
    const round = ++this.#markRound;
    for (const position of left) this.#marked[position] = round;
    for (const position of right) if (this.#marked[position] !== round) return false;
    return true;
  }
}

/** The classes that make up the set; null where the set cuts through one. */
function listClasses(set: CharSet, chars: readonly CharSet[]): readonly number[] | null {
  const classes: number[] = [];
  let rest = countChars(set);
  chars.forEach((members, index) => {
    if (listRanges(set).some(([from, to]) => from <= members[0]! && members[0]! <= to)) {
      classes.push(index);
      rest -= countChars(members);
    }
  });
  return rest === 0 ? classes : null;
}

function countChars(set: CharSet): number {
  return listRanges(set).reduce((sum, [from, to]) => sum + to - from + 1, 0);
}

/** Whether two patterns find a match in the same texts; false as well where that takes too much work to tell. */
export function areEqualLanguages(left: Language, right: Language, work: Work): boolean {
  // States of both that must be alike are merged; the right one's are the negative numbers.
  const parents = new Map<number, number>();
  const find = (key: number): number => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let at = key; at !== root; ) {
      const parent = parents.get(at)!;
      parents.set(at, root);
      at = parent;
    }
    return root;
  };
  // Shortest texts first: where two languages differ, a short text tells them apart, and long ones take states to build.
  let pairs: number[] = [Language.start, Language.start];
  while (pairs.length > 0) {
    const longer: number[] = [];
    for (let at = 0; at < pairs.length; at += 2) {
      const [l, r] = [pairs[at]!, pairs[at + 1]!];
      const [leftRoot, rightRoot] = [find(l), find(-1 - r)];
      if (leftRoot === rightRoot) continue;
      parents.set(leftRoot, rightRoot);
      if (left.accepts(l) !== right.accepts(r)) return false;
      const leftNext = left.next(l, work);
      const rightNext = right.next(r, work);
      if (leftNext === null || rightNext === null) return false;
      work.left -= leftNext.length;
      for (let index = 0; index < leftNext.length; index++) longer.push(leftNext[index]!, rightNext[index]!);
    }
    pairs = longer;
  }
  return true;
}
