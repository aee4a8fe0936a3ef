import { Alphabet, makeChoice, makeSequence, makeSetNode, type PatternNode } from '@shapegate/validator/leaves';
import { listFirst, listSets } from './earliest.ts';
import { areEqualLanguages, Language, type Work } from './language.ts';
import { listPositions } from './positions.ts';
import { haveCommon, isEndless, readRun, withoutNode, writeRun } from './runs.ts';

/**
 * Lets a search that `^` does not hold begin at the last place where it can, wherever that loses nothing: `\.[.a-z]*$`
 * as `\.[a-z]*$`. Otherwise each place where it can begin is tried, and read from to the end. Each step is proved on
 * the option it is in.
 */
export function startLatest(root: PatternNode, work: Work): PatternNode {
  if (root.kind === 'choice') return makeChoice(root.options.map((option) => startLatest(option, work)));
  if (root.kind !== 'sequence' || !canBeginAnywhere(root)) return root;
  let parts = root.parts;
  const first = makeSetNode(listFirst(root));
  for (let at = 1; at < parts.length; at++) {
    const run = readRun(parts[at]);
    if (run === null || !isEndless(run) || !haveCommon(run.node, first)) continue;
    const rest = withoutNode(run.node, first);
    const loop = writeRun(rest, 0, rest.set.length === 0 ? 0 : run.max);
    const least = writeRun(run.node, run.min, run.min);
    for (const shorter of [
      [...loop, ...least],
      [...least, ...loop],
    ]) {
      const tried = [...parts.slice(0, at), ...shorter, ...parts.slice(at + 1)];
      if (!areEqualSearches(makeSequence(parts), makeSequence(tried), work)) continue;
      parts = tried;
      break;
    }
  }
  return makeSequence(parts);
}

function canBeginAnywhere(root: PatternNode): boolean {
  return listPositions(root, 'blurred')?.whole.first.some(({ free }) => free > 0) ?? false;
}

function areEqualSearches(left: PatternNode, right: PatternNode, work: Work): boolean {
  const alphabet = new Alphabet([...listSets(left), ...listSets(right)]);
  const [one, two] = [Language.read(left, alphabet), Language.read(right, alphabet)];
  return one !== null && two !== null && areEqualLanguages(one, two, work);
}
