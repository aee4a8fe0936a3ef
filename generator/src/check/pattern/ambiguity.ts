import type { PatternNode } from '@shapegate/validator/leaves';
import { findComponents } from './components.ts';
import { type Graph, makeGraph, overlap, overlapThree } from './graph.ts';
import { listPositions } from './positions.ts';

/**
 * How the time of a backtracking engine grows with the text, at worst: in proportion; with a power of its length; or
 * doubling with every few characters. `unknown` is what the bounds of the analysis left undecided.
 */
export type Ambiguity = 'linear' | 'polynomial' | 'exponential' | 'unknown';

/** What was found, and where: states of the graph that take part. */
export interface AmbiguityReport {
  readonly ambiguity: Ambiguity;
  readonly graph: Graph | null;
  /**
   * What one turn of the ambiguity goes through: states that some text leads to the next ones, each to the one at the
   * same place, and that can be gone through again and again. Null where the ways do not grow with the text.
   */
  readonly turn: readonly (readonly number[])[] | null;
}

/** Steps of the search over products of states; so large a pattern is not decided. */
const mostSteps = 1_500_000;
/** Forks that come together again, one after another: each can double the ways of matching. */
const mostForks = 4;

class OutOfSteps extends Error {}

/** Counts steps and stops the analysis at the bound, which depends on the pattern alone. */
export class StepCounter {
  #left = mostSteps;

  take(steps = 1): void {
    this.#left -= steps;
    if (this.#left < 0) throw new OutOfSteps();
  }
}

/** Finds how many ways a backtracking engine can try on one text; never says `linear` where more time can be taken. */
export function analyzeAmbiguity(root: PatternNode): AmbiguityReport {
  const positions = listPositions(root, 'blurred');
  if (positions === null) return { ambiguity: 'unknown', graph: null, turn: null };
  const graph = makeGraph(positions);
  try {
    return analyzeGraph(graph);
  } catch (error) {
    if (error instanceof OutOfSteps) return { ambiguity: 'unknown', graph, turn: null };
    throw error;
  }
}

function analyzeGraph(graph: Graph): AmbiguityReport {
  const steps = new StepCounter();
  const components = findComponents(graph.edges.length, graph.starts, (state) => graph.edges[state]!);
  const loops = components.members.filter(
    (members) => members.length > 1 || graph.edges[members[0]!]!.includes(members[0]!),
  );
  // What cannot fail is not tried in another way; but before it, on the way to it, another loop can fail at each place.
  const failing = loops.filter((members) => !members.every((state) => graph.certain[state]));
  for (const members of failing) {
    const found = findDoubleLoop(graph, members, components.of, steps);
    if (found !== null) return { ambiguity: 'exponential', graph, turn: found };
  }
  if (countForks(graph, components.of, components.members, steps) > mostForks)
    return { ambiguity: 'exponential', graph, turn: null };
  for (const left of loops) {
    for (const right of failing) {
      if (left === right) continue;
      const found = findLoopPair(graph, left, right, components.of, steps);
      if (found !== null) return { ambiguity: 'polynomial', graph, turn: found };
    }
  }
  return { ambiguity: 'linear', graph, turn: null };
}

/** A state from which one text leads back to it in two ways: time doubles with each turn. */
function findDoubleLoop(
  graph: Graph,
  members: readonly number[],
  of: Int32Array,
  steps: StepCounter,
): number[][] | null {
  const component = of[members[0]!]!;
  const inside = (state: number): number[] => graph.edges[state]!.filter((to) => of[to] === component);
  for (const from of members) {
    const twice = inside(from).find((to) => graph.isDouble(from, to));
    if (twice !== undefined) return [[from], [twice], [from]];
  }
  const index = new Map(members.map((state, at) => [state, at]));
  const size = members.length;
  const pairEdges = (pair: number): number[] => {
    const next: number[] = [];
    const lefts = inside(members[Math.floor(pair / size)]!);
    const rights = inside(members[pair % size]!);
    steps.take(1 + lefts.length * rights.length);
    for (const left of lefts) {
      for (const right of rights) {
        if (overlap(graph.labels[left]!, graph.labels[right]!)) next.push(index.get(left)! * size + index.get(right)!);
      }
    }
    return next;
  };
  steps.take(size * size);
  const diagonal = members.map((_, at) => at * size + at);
  const pairs = findComponents(size * size, diagonal, pairEdges);
  const ways = diagonal.flatMap((pair) => {
    const others = pairs.members[pairs.of[pair]!]!.filter((one) => Math.floor(one / size) !== one % size);
    return others.slice(0, 20).map((other) => ({ pair, other }));
  });
  // The shorter the way out and back, the fewer characters double the time.
  const isShort = ({ pair, other }: { pair: number; other: number }): boolean =>
    pairEdges(pair).includes(other) && pairEdges(other).includes(pair);
  const found = ways.slice(0, 100).find(isShort) ?? ways[0];
  if (found === undefined) return null;
  const state = members[found.pair % size]!;
  const apart = [members[Math.floor(found.other / size)]!, members[found.other % size]!];
  return [[state, state], apart, [state, state]];
}

/** Two loops, one reachable from the other, that one text can turn both and lead over: each place to change over is tried. */
function findLoopPair(
  graph: Graph,
  left: readonly number[],
  right: readonly number[],
  of: Int32Array,
  steps: StepCounter,
): number[][] | null {
  const [leftId, rightId] = [of[left[0]!]!, of[right[0]!]!];
  // Components are numbered backward: a loop leads only to loops of lower numbers.
  if (rightId > leftId) return null;
  const bridges = findBridges(graph, left[0]!, rightId, of, steps);
  if (!bridges.has(left[0]!)) return null;
  for (const from of left) {
    for (const to of right) {
      const goal = `${from},${to},${to}`;
      const seen = new Set<string>();
      const stack: [number, number, number][] = [[from, from, to]];
      while (stack.length > 0) {
        const [a, b, c] = stack.pop()!;
        for (const nextC of graph.edges[c]!) {
          if (of[nextC] !== rightId) continue;
          for (const nextA of graph.edges[a]!) {
            steps.take();
            if (of[nextA] !== leftId || !overlap(graph.labels[nextA]!, graph.labels[nextC]!)) continue;
            for (const nextB of graph.edges[b]!) {
              steps.take();
              if (!bridges.has(nextB)) continue;
              if (!overlapThree(graph.labels[nextA]!, graph.labels[nextB]!, graph.labels[nextC]!)) continue;
              const key = `${nextA},${nextB},${nextC}`;
              if (key === goal)
                return [
                  [from, from, to],
                  [from, to, to],
                ];
              if (!seen.has(key)) {
                seen.add(key);
                stack.push([nextA, nextB, nextC]);
              }
            }
          }
        }
      }
    }
  }
  return null;
}

/** The states on a way from one state to a component. */
function findBridges(graph: Graph, from: number, component: number, of: Int32Array, steps: StepCounter): Set<number> {
  const order: number[] = [];
  const seen = new Set([from]);
  const stack = [from];
  while (stack.length > 0) {
    const state = stack.pop()!;
    order.push(state);
    for (const to of graph.edges[state]!) {
      steps.take();
      if (of[to]! >= component && !seen.has(to)) {
        seen.add(to);
        stack.push(to);
      }
    }
  }
  const back = new Map<number, number[]>();
  for (const state of order) {
    for (const to of graph.edges[state]!) {
      if (!seen.has(to)) continue;
      const list = back.get(to);
      if (list === undefined) back.set(to, [state]);
      else list.push(state);
    }
  }
  const bridges = new Set(order.filter((state) => of[state] === component));
  const open = [...bridges];
  while (open.length > 0) {
    for (const state of back.get(open.pop()!) ?? []) {
      if (!bridges.has(state)) {
        bridges.add(state);
        open.push(state);
      }
    }
  }
  return bridges;
}

/** The most forks on one way through the pattern that come together again outside of loops. */
function countForks(graph: Graph, of: Int32Array, members: readonly (readonly number[])[], steps: StepCounter): number {
  const forks = graph.edges.map((_, state) =>
    of[state] === -1 || state === graph.restart ? [] : findForkEnds(graph, state, steps),
  );
  const most = new Int32Array(members.length);
  let all = 0;
  for (let component = 0; component < members.length; component++) {
    for (const state of members[component]!) {
      for (const to of graph.edges[state]!)
        if (of[to] !== component) most[component] = Math.max(most[component]!, most[of[to]!]!);
      for (const to of forks[state]!)
        if (of[to] !== component) most[component] = Math.max(most[component]!, most[of[to]!]! + 1);
    }
    all = Math.max(all, most[component]!);
  }
  return all;
}

/** Where two ways from a state over one text first meet. */
function findForkEnds(graph: Graph, from: number, steps: StepCounter): Set<number> {
  const ends = new Set<number>();
  const size = graph.edges.length;
  const seen = new Set<number>();
  const stack: number[] = [];
  const visit = (lefts: readonly number[], rights: readonly number[]): void => {
    steps.take(1 + lefts.length * rights.length);
    for (const left of lefts) {
      for (const right of rights) {
        if (!overlap(graph.labels[left]!, graph.labels[right]!)) continue;
        if (left === right) {
          if (lefts !== rights && !graph.certain[left]) ends.add(left);
          continue;
        }
        const pair = left < right ? left * size + right : right * size + left;
        if (!seen.has(pair)) {
          seen.add(pair);
          stack.push(pair);
        }
      }
    }
  };
  for (const to of graph.edges[from]!) if (graph.isDouble(from, to) && !graph.certain[to]) ends.add(to);
  visit(graph.edges[from]!, graph.edges[from]!);
  while (stack.length > 0) {
    const pair = stack.pop()!;
    visit(graph.edges[Math.floor(pair / size)]!, graph.edges[pair % size]!);
  }
  return ends;
}
