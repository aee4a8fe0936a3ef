import { Alphabet, type PatternNode } from '@shapegate/validator/leaves';
import { analyzeAmbiguity } from './ambiguity.ts';
import { listSets, stopEarliest } from './earliest.ts';
import { areEqualLanguages, Language, mostWork, type Work } from './language.ts';
import { startLatest } from './latest.ts';
import { printPattern } from './print.ts';
import { simplifyPattern } from './simplify.ts';
import { trimEdges } from './trim.ts';

/** A rewrite longer than this is no longer a pattern that a person reads in a schema. */
const longestRewrite = 2_000;

/**
 * Finds a regular expression for the `u` flag that finds a match in the same texts and is linear in a backtracking
 * engine. Both are proved, whatever the rules did that led to it. Null where no candidate passes; the shortest wins.
 */
export function rewritePattern(root: PatternNode): string | null {
  const alphabet = new Alphabet(listSets(root));
  const original = Language.read(root, alphabet);
  if (original === null) return null;
  const work: Work = { left: mostWork };
  const tried = new Set<string>();
  let shortest: string | null = null;
  for (const candidates of listCandidates(root, work)) {
    for (const candidate of candidates) {
      const text = printPattern(candidate);
      if (text === null || text.length > longestRewrite || tried.has(text)) continue;
      tried.add(text);
      if (shortest !== null && text.length >= shortest.length) continue;
      if (analyzeAmbiguity(candidate).ambiguity !== 'linear') continue;
      const language = Language.read(candidate, alphabet);
      if (language !== null && areEqualLanguages(original, language, work)) shortest = text;
    }
    if (shortest !== null) return shortest;
  }
  return null;
}

/** Candidates in groups; a group is for what none of the groups before it solves. */
function* listCandidates(root: PatternNode, work: Work): Generator<readonly PatternNode[]> {
  const simple = simplifyPattern(root, false);
  const trimmed = simplifyPattern(trimEdges(simple), false);
  yield [simple, trimmed];
  const parted = simplifyPattern(trimmed, true);
  yield [parted];
  yield [simplifyPattern(stopEarliest(trimmed, work), false)];
  yield [simplifyPattern(stopEarliest(parted, work), true)];
  yield [startLatest(trimmed, work), startLatest(simplifyPattern(stopEarliest(trimmed, work), false), work)];
}
