import {
  emptyNode,
  listChildren,
  listParts,
  makeRepeat,
  makeSequence,
  type PatternNode,
  type RepeatNode,
  type SetNode,
} from '@shapegate/validator/leaves';
import { haveCommon, isEndless, isPart, readRun, uniteNodes, withoutNode } from './runs.ts';

/** Writes a repetition so that it matches in fewer ways; the language stays. The body is simplified already. */
export function simplifyRepeat(node: RepeatNode): PatternNode {
  const { body, min, max } = node;
  if (body.kind === 'empty' || max === 0) return emptyNode;
  if (body.kind === 'repeat') {
    const flat = flattenRepeat(body, min, max);
    if (flat !== null) return simplifyRepeat(flat);
  }
  const endless = max === Number.POSITIVE_INFINITY;
  const closed = endless && min <= 1 && body.kind !== 'set' ? closeAlphabet(body) : null;
  if (closed !== null) return makeRepeat(closed.set, closed.isNullable ? 0 : min, max);
  const parts = listParts(body);
  const [first, second] = [readRun(parts[0]), readRun(parts[1])];
  if (parts.length !== 2 || first === null || second === null || !haveCommon(first.node, second.node)) return node;
  const isSingle = (run: { min: number; max: number }) => run.min === 1 && run.max === 1;
  // (A B*)* is an A and then any of both; (A* B)* is the same read backward.
  if (endless && min <= 1 && isSingle(first) && isEndless(second) && second.min === 0) {
    const both = makeRepeat(uniteNodes(first.node, second.node), 0, max);
    return makeRepeat(makeSequence([first.node, both]), min, 1);
  }
  if (min <= 1 && isSingle(second) && isEndless(first) && first.min === 0) {
    const whole = isPart(second.node, first.node) ? first.node : endless ? uniteNodes(first.node, second.node) : null;
    if (whole !== null) {
      return makeRepeat(makeSequence([makeRepeat(whole, 0, Number.POSITIVE_INFINITY), second.node]), min, 1);
    }
  }
  // (A B?)*: a B that is an A can as well begin the next turn.
  if (endless && isSingle(first) && min <= 1 && second.min === 0 && second.max === 1) {
    const rest = makeRepeat(withoutNode(second.node, first.node), 0, 1);
    return makeRepeat(makeSequence([first.node, rest]), min, max);
  }
  return node;
}

/** A repetition of a repetition as one; null where the counts leave gaps. */
function flattenRepeat(inner: RepeatNode, min: number, max: number): RepeatNode | null {
  const times = (a: number, b: number) => (a === 0 || b === 0 ? 0 : a * b);
  if (min !== max && (min + 1) * inner.min > times(min, inner.max) + 1) return null;
  return { kind: 'repeat', body: inner.body, min: inner.min * min, max: times(inner.max, max), lazy: false };
}

/**
 * The set S where the body's turns are S*: every single character that the body can take is one that it can take alone.
 * Null where there is a longer word that no single characters make up.
 */
function closeAlphabet(body: PatternNode): { set: SetNode; isNullable: boolean } | null {
  const alone = listAlone(body);
  if (alone === null || alone.set === null) return null;
  return coversSets(body, alone.set) ? { set: alone.set, isNullable: alone.isNullable } : null;
}

interface Alone {
  /** What the node matches as a single character. */
  readonly set: SetNode | null;
  readonly isNullable: boolean;
}

function listAlone(node: PatternNode): Alone | null {
  if (node.kind === 'set') return { set: node, isNullable: false };
  if (node.kind === 'empty') return { set: null, isNullable: true };
  if (node.kind === 'repeat') {
    const inner = listAlone(node.body);
    if (inner === null) return null;
    const isNullable = inner.isNullable || node.min === 0;
    return { set: node.max > 0 && (node.min <= 1 || inner.isNullable) ? inner.set : null, isNullable };
  }
  if (node.kind !== 'choice' && node.kind !== 'sequence') return null;
  const children = listChildren(node).map(listAlone);
  if (children.some((child) => child === null)) return null;
  const known = children as Alone[];
  const nullables = known.filter((child) => child.isNullable).length;
  if (node.kind === 'choice') return { set: unite(known.map((child) => child.set)), isNullable: nullables > 0 };
  const able = known.filter((child) => nullables - (child.isNullable ? 1 : 0) === known.length - 1);
  return { set: unite(able.map((child) => child.set)), isNullable: nullables === known.length };
}

function unite(sets: readonly (SetNode | null)[]): SetNode | null {
  return sets.reduce((all, set) => (all === null ? set : set === null ? all : uniteNodes(all, set)), null);
}

function coversSets(node: PatternNode, whole: SetNode): boolean {
  return node.kind === 'set' ? isPart(node, whole) : listChildren(node).every((child) => coversSets(child, whole));
}
