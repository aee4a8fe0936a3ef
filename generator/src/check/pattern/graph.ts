import { Alphabet } from '@shapegate/validator/leaves';
import type { Positions } from './positions.ts';

/** What a backtracking engine walks: positions, and one state more for the restarts of a search that `^` does not hold. */
export interface Graph {
  readonly alphabet: Alphabet;
  readonly edges: readonly (readonly number[])[];
  /** Whether there are several ways from a state to a following one. */
  readonly isDouble: (from: number, to: number) => boolean;
  /** For each state, the classes it takes, as bits. */
  readonly labels: readonly Int32Array[];
  /** States from which a match cannot fail: an engine that has come there never comes back to try another way. */
  readonly certain: readonly boolean[];
  /** Where a match begins: positions, and the restart state. */
  readonly starts: readonly number[];
  /** The state that takes anything and begins anew at each place; -1 where a match begins at the start only. */
  readonly restart: number;
}

/** Makes the graph of a pattern's positions. */
export function makeGraph(positions: Positions): Graph {
  const { sets, follow, whole } = positions;
  const alphabet = new Alphabet(sets);
  const words = Math.max(1, Math.ceil(alphabet.size / 32));
  const known = new Map<unknown, Int32Array>();
  const labels = sets.map((set) => {
    const label = known.get(set) ?? packBits(alphabet.membersOf(set), words);
    known.set(set, label);
    return label;
  });
  const certain = findCertain(positions, labels, alphabet.size, words);
  const edges = follow.map((next) => [...next.keys()]);
  const free = whole.first.filter((entry) => entry.free > 0).map((entry) => entry.at);
  const restart = free.length > 0 ? sets.length : -1;
  const starts = whole.first.map((entry) => entry.at);
  if (restart >= 0) {
    labels.push(packBits(Array(alphabet.size).fill(true), words));
    edges.push([restart, ...new Set(free)]);
    starts.push(restart);
  }
  return {
    alphabet,
    edges,
    isDouble: (from, to) => (from < sets.length ? follow[from]!.get(to) === 2 : false),
    labels,
    certain,
    starts: [...new Set(starts)],
    restart,
  };
}

/** Whether two labels have a class in common. */
export function overlap(left: Int32Array, right: Int32Array): boolean {
  for (let word = 0; word < left.length; word++) if (left[word]! & right[word]!) return true;
  return false;
}

/** Whether three labels have a class in common. */
export function overlapThree(one: Int32Array, two: Int32Array, three: Int32Array): boolean {
  for (let word = 0; word < one.length; word++) if (one[word]! & two[word]! & three[word]!) return true;
  return false;
}

function packBits(members: readonly boolean[], words: number): Int32Array {
  const bits = new Int32Array(words);
  members.forEach((isMember, index) => {
    if (isMember) bits[index >> 5]! |= 1 << (index & 31);
  });
  return bits;
}

/** Positions after which every continuation matches: one may stop there, or go on to such a position with any character. */
function findCertain(positions: Positions, labels: readonly Int32Array[], size: number, words: number): boolean[] {
  const { sets, follow, whole, blurred } = positions;
  const anywhere = new Set(whole.last.filter((entry) => entry.free > 0).map((entry) => entry.at));
  const atEnd = new Set(whole.last.map((entry) => entry.at));
  const certain = sets.map((_, at) => positions.sure && !blurred.has(at) && atEnd.has(at));
  const all = packBits(Array(size).fill(true), words);
  for (let changed = true; changed; ) {
    changed = false;
    for (let at = 0; at < sets.length; at++) {
      if (!certain[at] || anywhere.has(at)) continue;
      const covered = new Int32Array(words);
      for (const to of follow[at]!.keys()) {
        if (certain[to]) for (let word = 0; word < words; word++) covered[word]! |= labels[to]![word]!;
      }
      if (covered.every((bits, word) => bits === all[word])) continue;
      certain[at] = false;
      changed = true;
    }
  }
  return certain;
}
