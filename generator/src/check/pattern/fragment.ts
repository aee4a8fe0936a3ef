/** A position at an edge of a fragment, and in how many ways it is there (0, 1, or 2 for several). */
export interface Entry {
  readonly at: number;
  /** Ways without a condition. */
  readonly free: number;
  /** Ways past a `^` (for a first position) or a `$` (for a last one), which hold at the text's edge only. */
  readonly held: number;
}

/** A part of a pattern: where it can begin, where it can end, and in how many ways it matches nothing at all. */
export interface Fragment {
  readonly first: readonly Entry[];
  readonly last: readonly Entry[];
  /** Ways to match the empty text: without a condition, at the start, at the end, at both. */
  readonly empty: readonly number[];
}

/** Matches the empty text, in one way. */
export const nothing: Fragment = { first: [], last: [], empty: [1, 0, 0, 0] };

const cap = (ways: number): number => Math.min(2, ways);

/** The left part, then the right one. Nothing follows a `$` and nothing precedes a `^` but the empty text. */
export function joinFragments(left: Fragment, right: Fragment): Fragment {
  const [leftFree, leftStart] = left.empty as [number, number, number, number];
  const [rightFree, , rightEnd] = right.empty as [number, number, number, number];
  const first: Entry[] = [...left.first];
  if (leftFree + leftStart > 0) {
    for (const { at, free, held } of right.first) {
      first.push({ at, free: cap(free * leftFree), held: cap(held * (leftFree + leftStart) + free * leftStart) });
    }
  }
  const last: Entry[] = [...right.last];
  if (rightFree + rightEnd > 0) {
    for (const { at, free, held } of left.last) {
      last.push({ at, free: cap(free * rightFree), held: cap(held * (rightFree + rightEnd) + free * rightEnd) });
    }
  }
  return { first: first.filter(isPossible), last: last.filter(isPossible), empty: joinEmpty(left.empty, right.empty) };
}

function isPossible(entry: Entry): boolean {
  return entry.free + entry.held > 0;
}

/** The kinds are bit sets: 1 is "at the start", 2 is "at the end". */
function joinEmpty(left: readonly number[], right: readonly number[]): number[] {
  const joined = [0, 0, 0, 0];
  for (let l = 0; l < 4; l++) {
    for (let r = 0; r < 4; r++) joined[l | r] = cap(joined[l | r]! + left[l]! * right[r]!);
  }
  return joined;
}

/** As one turn of a repetition beyond its minimum: a turn that takes nothing is not counted. */
export function loopable(body: Fragment): Fragment {
  return { first: body.first, last: body.last, empty: [0, 0, 0, 0] };
}

/** Or not at all. */
export function repeatable(body: Fragment): Fragment {
  return { first: body.first, last: body.last, empty: [1, 0, 0, 0] };
}
