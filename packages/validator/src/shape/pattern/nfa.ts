import type { CharSet } from './charset.ts';
import type { AssertionPlace, LookNode, PatternNode, RepeatNode } from './syntax.ts';

/** A step of a nondeterministic automaton: take a character, go on where something holds, go both ways, or accept. */
export type NfaState =
  | { readonly kind: 'char'; readonly set: CharSet; readonly next: number }
  | { readonly kind: 'assertion'; readonly at: AssertionPlace; readonly next: number }
  | { readonly kind: 'look'; readonly look: LookNode; readonly next: number }
  | { readonly kind: 'split'; readonly nexts: readonly number[] }
  | { readonly kind: 'accept' };

export interface Nfa {
  readonly states: readonly NfaState[];
  readonly start: number;
}

/** The most states of an automaton; repetitions with counts are written out, so they are what reaches it. */
export const mostStates = 20_000;

class TooManyStates extends Error {}

/** Builds the automaton of a tree, which reads from right to left if so asked. Null for a backreference and past 20,000 states. */
export function buildNfa(root: PatternNode, backward: boolean): Nfa | null {
  const states: NfaState[] = [{ kind: 'accept' }];
  let steps = 0;

  const add = (state: NfaState): number => states.push(state) - 1;

  const build = (node: PatternNode, next: number): number => {
    // Steps count as well as states: an empty body repeated a million times makes none.
    if (states.length > mostStates || ++steps > 4 * mostStates) throw new TooManyStates();
    if (node.kind === 'set') return add({ kind: 'char', set: node.set, next });
    if (node.kind === 'assertion') return add({ kind: 'assertion', at: node.at, next });
    if (node.kind === 'look') return add({ kind: 'look', look: node, next });
    if (node.kind === 'choice') return add({ kind: 'split', nexts: node.options.map((option) => build(option, next)) });
    if (node.kind === 'repeat') return buildRepeat(node, next);
    if (node.kind === 'backreference') throw new TooManyStates();
    if (node.kind === 'empty') return next;
    let start = next;
    for (const part of backward ? node.parts : [...node.parts].reverse()) start = build(part, start);
    return start;
  };

  const buildRepeat = ({ body, min, max }: RepeatNode, next: number): number => {
    let start = next;
    let copies = min;
    if (max === Number.POSITIVE_INFINITY) {
      const loop = add({ kind: 'accept' });
      const entry = build(body, loop);
      states[loop] = { kind: 'split', nexts: [entry, next] };
      start = min === 0 ? loop : entry;
      copies = Math.max(0, min - 1);
    } else {
      for (let copy = min; copy < max; copy++) start = add({ kind: 'split', nexts: [build(body, start), next] });
    }
    for (let copy = 0; copy < copies; copy++) start = build(body, start);
    return start;
  };

  try {
    return { start: build(root, 0), states };
  } catch (error) {
    if (error instanceof TooManyStates) return null;
    throw error;
  }
}
