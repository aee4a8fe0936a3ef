import {
  type CharSet,
  listChildren,
  listParts,
  makeSequence,
  type PatternNode,
  type RepeatNode,
  type SetNode,
} from '@shapegate/validator/leaves';
import { type Entry, type Fragment, joinFragments, loopable, nothing, repeatable } from './fragment.ts';

/**
 * A pattern as the places where it takes a character, and which can follow which. Unlike the matcher's automaton it has
 * no empty moves, and it counts in how many ways (one, or more than one) a place follows another: a backtracking
 * engine tries each of them.
 */
export interface Positions {
  /** What each position takes. */
  readonly sets: readonly CharSet[];
  /** For each position, those that can follow, with 1 or 2 for one or several ways. */
  readonly follow: readonly ReadonlyMap<number, number>[];
  readonly whole: Fragment;
  /** Positions within a repetition whose counts were left out. */
  readonly blurred: ReadonlySet<number>;
  /** False where there are word boundaries, line ends or lookarounds: what follows them may not follow in truth. */
  readonly sure: boolean;
}

/**
 * `exact` writes counted repetitions out. `blurred` takes each long one for a loop: all ways of matching stay, so what
 * is linear then is linear, and the automaton is small.
 */
export type CountMode = 'exact' | 'blurred';

const mostPositions: Record<CountMode, number> = { exact: 4_000, blurred: 1_500 };
const mostEdges = 200_000;
/** A run of one set as long as this is written out even when counts are blurred: it can match in one way only. */
const longestFixedRun = 64;
/** Bounds for repetitions that are written out when counts are blurred; they bound the ways of matching they add. */
const longestVariableRun = 4;
const mostCopies = 8;

const mostEmptyTurns = 256;

class TooLarge extends Error {}

/** Lists a tree's positions; null for a backreference, a lookbehind of unlimited length and past the bounds on size. */
export function listPositions(root: PatternNode, mode: CountMode): Positions | null {
  const sets: CharSet[] = [];
  const follow: Map<number, number>[] = [];
  const blurred = new Set<number>();
  let sure = true;
  let edges = 0;
  let turns = 1;

  const connect = (from: Fragment, to: Fragment): void => {
    for (const last of from.last) {
      if (last.free === 0) continue;
      for (const first of to.first) {
        if (first.free === 0) continue;
        const ways = follow[last.at]!.get(first.at) ?? 0;
        follow[last.at]!.set(first.at, Math.min(2, ways + last.free * first.free));
        if (++edges > mostEdges) throw new TooLarge();
      }
    }
  };

  const join = (left: Fragment, right: Fragment): Fragment => {
    connect(left, right);
    return joinFragments(left, right);
  };

  const build = (node: PatternNode, copies: number): Fragment => {
    if (node.kind === 'set') {
      if (sets.length >= mostPositions[mode]) throw new TooLarge();
      const entry: Entry = { at: sets.push(node.set) - 1, free: 1, held: 0 };
      follow.push(new Map());
      return { first: [entry], last: [entry], empty: nothing.empty.map(() => 0) };
    }
    if (node.kind === 'sequence') return node.parts.map((part) => build(part, copies)).reduce(join, nothing);
    if (node.kind === 'choice') return joinOptions(node.options.map((option) => build(option, copies)));
    if (node.kind === 'repeat') return buildRepeat(node, copies);
    if (node.kind === 'empty') return nothing;
    if (node.kind === 'assertion' && node.at === 'start') return { ...nothing, empty: [0, 1, 0, 0] };
    if (node.kind === 'assertion' && node.at === 'end') return { ...nothing, empty: [0, 0, 1, 0] };
    sure = false;
    if (node.kind === 'assertion') return nothing;
    if (node.kind === 'backreference') throw new TooLarge();
    if (!node.behind) {
      // A lookahead is tried, and whatever it says nothing in it is tried again: a branch that leads nowhere.
      return { ...nothing, first: build(node.body, copies).first };
    }
    if (!isShort(node.body)) throw new TooLarge();
    return nothing;
  };

  const buildRepeat = ({ body, min, max }: RepeatNode, copies: number): Fragment => {
    if (max === 0) return nothing;
    const outerTurns = turns;
    turns *= Math.max(1, min);
    const repeat = buildTurns(body, min, max, copies);
    // Turns that must be and take nothing cost time that no text pays for.
    if (repeat.empty.some((ways) => ways > 0) && min > 0 && turns > mostEmptyTurns) throw new TooLarge();
    turns = outerTurns;
    return repeat;
  };

  const buildTurns = (body: PatternNode, min: number, max: number, copies: number): Fragment => {
    const count = max === Number.POSITIVE_INFINITY ? min : max;
    if (mode === 'blurred' && count > 1 && !isWrittenOut(body, min, max, copies)) {
      const before = sets.length;
      const inner = build(body, copies);
      // Each of several turns that must be may take nothing: which of them do is a choice that a loop does not have.
      if (min > 1 && inner.empty.some((ways) => ways > 0)) connect(inner, inner);
      const loop = buildLoop(inner, Math.min(1, min));
      for (let at = before; at < sets.length; at++) blurred.add(at);
      return loop;
    }
    if (count > mostPositions[mode]) throw new TooLarge();
    if (body.kind === 'set' && max !== Number.POSITIVE_INFINITY) return buildChain(body, min, max);
    const inner = copies * Math.max(1, count);
    let tail = nothing;
    if (max === Number.POSITIVE_INFINITY) tail = buildLoop(build(body, inner), Math.min(1, min));
    else for (let copy = min; copy < max; copy++) tail = repeatable(join(loopable(build(body, inner)), tail));
    const written = max === Number.POSITIVE_INFINITY ? Math.max(0, min - 1) : min;
    for (let copy = 0; copy < written; copy++) tail = join(build(body, inner), tail);
    return tail;
  };

  /** What joining the turns one by one makes of a counted run, without copying the ends once a turn. */
  const buildChain = (body: SetNode, min: number, max: number): Fragment => {
    const last: Entry[] = [];
    let next: Fragment | null = null;
    for (let turn = max; turn > 0; turn--) {
      const one: Fragment = build(body, 1);
      if (next !== null) connect(one, next);
      if (turn >= min) last.push(...one.last);
      next = one;
    }
    return { first: next?.first ?? [], last, empty: [min === 0 ? 1 : 0, 0, 0, 0] };
  };

  const buildLoop = (body: Fragment, min: number): Fragment => {
    connect(body, body);
    if (min === 0) return repeatable(loopable(body));
    // The first turn may be empty and a second one not: one way more to begin.
    const entries = 1 + (body.empty[0] ?? 0);
    return { ...body, first: body.first.map((entry) => ({ ...entry, free: Math.min(2, entry.free * entries) })) };
  };

  try {
    const whole = build(root, 1);
    return { sets, follow, whole, blurred, sure };
  } catch (error) {
    if (error instanceof TooLarge) return null;
    throw error;
  }
}

function joinOptions(options: readonly Fragment[]): Fragment {
  return {
    first: options.flatMap((option) => option.first),
    last: options.flatMap((option) => option.last),
    empty: nothing.empty.map((_, kind) =>
      Math.min(
        2,
        options.reduce((sum, option) => sum + option.empty[kind]!, 0),
      ),
    ),
  };
}

function isWrittenOut(body: PatternNode, min: number, max: number, copies: number): boolean {
  if (max === Number.POSITIVE_INFINITY)
    return body.kind === 'set' ? min <= longestVariableRun : min * copies <= mostCopies;
  if (body.kind === 'set') return min === max ? max <= longestFixedRun : max <= longestVariableRun;
  return max <= longestVariableRun && max * copies <= mostCopies;
}

/** Whether the tree matches a bounded, small number of characters. */
function isShort(node: PatternNode): boolean {
  if (node.kind === 'backreference' || node.kind === 'look') return false;
  if (node.kind === 'repeat' && node.max > longestVariableRun) return false;
  if (listParts(makeSequence([node])).length > longestFixedRun) return false;
  return listChildren(node).every(isShort);
}
