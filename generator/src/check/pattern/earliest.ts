import {
  Alphabet,
  type CharSet,
  listChildren,
  makeChoice,
  makeRepeat,
  makeSequence,
  makeSetNode,
  type PatternNode,
  uniteSets,
} from '@shapegate/validator/leaves';
import { areEqualLanguages, Language, type Work } from './language.ts';
import { listPositions } from './positions.ts';
import { haveCommon, isEndless, readRun, withoutNode, writeRun } from './runs.ts';

const anchors: readonly PatternNode[] = [
  { kind: 'assertion', at: 'start' },
  { kind: 'assertion', at: 'end' },
];

/**
 * Lets a loop stop at the first place where what follows can begin, wherever stopping there loses nothing:
 * `.*@.*` as `[^@]*@.*`. Each step is proved on the loop and what follows it.
 */
export function stopEarliest(node: PatternNode, work: Work): PatternNode {
  if (node.kind === 'choice') return makeChoice(node.options.map((option) => stopEarliest(option, work)));
  if (node.kind === 'repeat') return makeRepeat(stopEarliest(node.body, work), node.min, node.max);
  if (node.kind !== 'sequence') return node;
  const parts = node.parts.map((part) => stopEarliest(part, work));
  for (let at = parts.length - 2; at >= 0; at--) {
    const run = readRun(parts[at]);
    if (run === null || !isEndless(run)) continue;
    const tail = parts.slice(at + 1).filter((part) => part.kind !== 'assertion');
    const first = makeSetNode(listFirst(makeSequence(tail)));
    if (first.set.length === 0 || !haveCommon(run.node, first)) continue;
    const rest = withoutNode(run.node, first);
    const shorter = [
      ...writeRun(run.node, run.min, run.min),
      ...writeRun(rest, 0, rest.set.length === 0 ? 0 : run.max),
    ];
    if (areEqualWhole([parts[at]!, ...tail], [...shorter, ...tail], work)) parts.splice(at, 1, ...shorter);
  }
  return makeSequence(parts);
}

/** Whether two sequences match the same whole texts. */
function areEqualWhole(left: readonly PatternNode[], right: readonly PatternNode[], work: Work): boolean {
  const [start, end] = anchors as [PatternNode, PatternNode];
  const trees = [left, right].map((parts) => makeSequence([start, ...parts, end]));
  const alphabet = new Alphabet(trees.flatMap(listSets));
  const [one, two] = trees.map((tree) => Language.read(tree, alphabet));
  return one !== null && two !== null && one !== undefined && two !== undefined && areEqualLanguages(one, two, work);
}

/** The sets of a tree. */
export function listSets(node: PatternNode): CharSet[] {
  if (node.kind === 'set') return [node.set];
  return listChildren(node).flatMap(listSets);
}

/** The characters that the tree's matches can begin with. */
export function listFirst(node: PatternNode): CharSet {
  const positions = listPositions(node, 'blurred');
  return positions === null ? [] : uniteSets(...positions.whole.first.map(({ at }) => positions.sets[at]!));
}
