import {
  type CharSet,
  intersectSets,
  isSubset,
  makeRepeat,
  makeSetNode,
  type PatternNode,
  type SetNode,
  subtractSet,
  uniteSets,
} from '@shapegate/validator/leaves';

/** A set, taken a number of times: what most of a pattern of names and ARNs is made of. */
export interface Run {
  readonly node: SetNode;
  readonly min: number;
  readonly max: number;
}

/** The node as a run, null for anything else. */
export function readRun(node: PatternNode | undefined): Run | null {
  if (node?.kind === 'set') return { node, min: 1, max: 1 };
  if (node?.kind === 'repeat' && node.body.kind === 'set') return { node: node.body, min: node.min, max: node.max };
  return null;
}

/** The run as nodes: none for a run of nothing. */
export function writeRun(node: SetNode, min: number, max: number): readonly PatternNode[] {
  return max === 0 ? [] : [makeRepeat(node, min, max)];
}

export function isEndless(run: Run): boolean {
  return run.max === Number.POSITIVE_INFINITY;
}

export function isSameSet(left: SetNode, right: SetNode): boolean {
  return left.set.join() === right.set.join();
}

export function isPart(part: SetNode, whole: SetNode): boolean {
  return isSubset(part.set, whole.set);
}

export function haveCommon(left: SetNode, right: SetNode): boolean {
  return intersectSets(left.set, right.set).length > 0;
}

/** What is in either; written with the properties of both where there are some. */
export function uniteNodes(left: SetNode, right: SetNode): SetNode {
  if (isPart(right, left)) return left;
  if (isPart(left, right)) return right;
  const set = uniteSets(left.set, right.set);
  const [one, two] = [left.spelling, right.spelling];
  if ((one === null && two === null) || one?.negated || two?.negated) return makeSetNode(set);
  return makeSetNode(set, {
    negated: false,
    properties: [...(one?.properties ?? []), ...(two?.properties ?? [])],
    rest: uniteSets(one?.rest ?? left.set, two?.rest ?? right.set),
  });
}

export function commonNode(left: SetNode, right: SetNode): SetNode {
  if (isPart(left, right)) return left;
  return isPart(right, left) ? right : makeSetNode(intersectSets(left.set, right.set));
}

/** What is in the first and not in the second. */
export function withoutNode(from: SetNode, what: SetNode | CharSet): SetNode {
  const set = 'kind' in what ? what.set : what;
  return intersectSets(from.set, set).length === 0 ? from : makeSetNode(subtractSet(from.set, set));
}
