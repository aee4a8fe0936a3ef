import { areSameSets, type CharSet, lastCodePoint } from './charset.ts';

const tableSize = 256;

/**
 * The fewest classes of code points that a list of sets tells apart: two code points of one class are in the same sets.
 * An automaton over these sets needs one transition a class.
 */
export class Alphabet {
  readonly size: number;
  /** The first code point of each interval, and the class of the interval. */
  readonly #starts: number[] = [];
  readonly #classes: number[] = [];
  readonly #table = new Uint16Array(tableSize);
  readonly #members: boolean[][];
  readonly #sets: readonly CharSet[];

  constructor(sets: readonly CharSet[]) {
    this.#sets = dropRepeated(sets);
    const starts = new Set([0]);
    for (const set of this.#sets) {
      for (let at = 0; at < set.length; at += 2) starts.add(set[at]!).add(set[at + 1]! + 1);
    }
    starts.delete(lastCodePoint + 1);
    const sorted = [...starts].sort((a, b) => a - b);
    const holders = listHolders(sorted, this.#sets);
    const known = new Map<string, number>();
    this.#members = [];
    for (let at = 0; at < sorted.length; at++) {
      const held = holders[at]!;
      const key = held.join();
      let index = known.get(key);
      if (index === undefined) {
        index = known.size;
        known.set(key, index);
        const members = new Array<boolean>(this.#sets.length).fill(false);
        for (const set of held) members[set] = true;
        this.#members.push(members);
      }
      this.#starts.push(sorted[at]!);
      this.#classes.push(index);
      this.#table.fill(index, Math.min(sorted[at]!, tableSize));
    }
    this.size = known.size;
  }

  classOf(codePoint: number): number {
    return codePoint < tableSize ? this.#table[codePoint]! : this.#search(codePoint);
  }

  /** For each class, whether it lies in the set, which must be one of those the alphabet was made of. */
  membersOf(set: CharSet): readonly boolean[] {
    const index = this.#sets.findIndex((one) => one === set || areSameSets(one, set));
    return this.#members.map((members) => members[index] === true);
  }

  /** The code points of a class. */
  charsOf(index: number): CharSet {
    const set: number[] = [];
    for (let at = 0; at < this.#starts.length; at++) {
      if (this.#classes[at] === index) set.push(this.#starts[at]!, (this.#starts[at + 1] ?? 0x110000) - 1);
    }
    return set;
  }

  #search(codePoint: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= codePoint) low = middle;
      else high = middle - 1;
    }
    return this.#classes[low]!;
  }
}

/** For each interval, the sets that hold it; the intervals begin and end where sets do. */
function listHolders(starts: readonly number[], sets: readonly CharSet[]): number[][] {
  const places = new Map(starts.map((start, place) => [start, place]));
  const holders = starts.map((): number[] => []);
  for (let set = 0; set < sets.length; set++) {
    const ranges = sets[set]!;
    for (let at = 0; at < ranges.length; at += 2) {
      const end = places.get(ranges[at + 1]! + 1) ?? starts.length;
      for (let place = places.get(ranges[at]!)!; place < end; place++) holders[place]!.push(set);
    }
  }
  return holders;
}

function dropRepeated(sets: readonly CharSet[]): CharSet[] {
  const kept = new Map<string, CharSet>();
  for (const set of new Set(sets)) kept.set(set.join(), set);
  return [...kept.values()];
}
