import type { CharSet } from '../../../shape/pattern/charset.ts';
import { compileLinear, compileTree, type LinearMatcher } from '../../../shape/pattern/matcher.ts';
import { listChildren, type PatternNode } from '../../../shape/pattern/syntax.ts';
import { PatternFault, parseRe2 } from './parse-re2.ts';
import { type CompiledPattern, type PatternEngine, pricePattern } from './pattern-engine.ts';

/** A pattern that is ready to search, and what it was made of. */
export interface EnginePattern extends CompiledPattern {
  readonly root: PatternNode;
  readonly states: number;
}

/** Counted repetitions are written out; a pattern of more states than these is refused. */
const mostStates = 5_000;
/** The ends of ranges in all sets that differ, times these sets: each is asked about the stretch behind each end. A letter's property has 1,300. */
const mostQuestions = 500_000;

/** Lookarounds that the linear engine takes: `^` and `$` under `(?m)` are some. */
const mostLooks = 6;

const mostKnown = 64;

/** Makes each of a few patterns once. */
function rememberPatterns<Made>(make: (source: string) => Made): (source: string) => Made {
  const known = new Map<string, Made>();
  return (source) => {
    if (known.has(source)) return known.get(source) as Made;
    if (known.size >= mostKnown) known.clear();
    const made = make(source);
    known.set(source, made);
    return made;
  };
}

/** The same as `compileRe2` for a pattern that stands in a policy: made once. */
export const compileLiteralRe2 = rememberPatterns(compileRe2);

/** Compiles an RE2 pattern for a search in linear time; a text says why it cannot be. The engine is made at the first search. */
export function compileRe2(source: string): EnginePattern | string {
  try {
    const root = parseRe2(source);
    const states = countStates(root, mostStates + 1);
    if (states > mostStates || isTooVaried(root)) return 'the pattern is too large';
    if (countLooks(root) > mostLooks) return 'the pattern has more than six `^` or `$` under `(?m)`';
    return makePattern(root, states);
  } catch (error) {
    if (error instanceof PatternFault) return `${error.message}, at character ${error.at + 1} of the pattern`;
    throw error;
  }
}

function makePattern(root: PatternNode, states: number): EnginePattern {
  let matcher: LinearMatcher | null = null;
  return {
    test(text) {
      matcher ??= compileTree(root)!;
      return matcher.test(text);
    },
    ...pricePattern(states),
    root,
    states,
  };
}

function countStates(node: PatternNode, limit: number): number {
  let states = 1;
  for (const child of listChildren(node)) {
    states += countStates(child, limit);
    if (states > limit) return limit;
  }
  if (node.kind !== 'repeat') return states;
  return Math.min(limit, states * (Number.isFinite(node.max) ? Math.max(1, node.max) : Math.max(1, node.min)));
}

function isTooVaried(root: PatternNode): boolean {
  const sets = new Set<CharSet>();
  collectSets(root, sets);
  if (countQuestions([...sets]) <= mostQuestions) return false;
  return countQuestions([...new Map([...sets].map((set) => [set.join(), set])).values()]) > mostQuestions;
}

function countQuestions(sets: readonly CharSet[]): number {
  return sets.length * sets.reduce((sum, { length }) => sum + length, 0);
}

function collectSets(node: PatternNode, sets: Set<CharSet>): void {
  if (node.kind === 'set') sets.add(node.set);
  for (const child of listChildren(node)) collectSets(child, sets);
}

function countLooks(node: PatternNode): number {
  let count = node.kind === 'look' ? 1 : 0;
  for (const child of listChildren(node)) count += countLooks(child);
  return count;
}

/** The engine that parses patterns, and searches in linear time. */
export const linearEngine: PatternEngine = {
  compile: compileRe2,
  compileLiteral: compileLiteralRe2,
  compileName: rememberPatterns(compileLinear),
};
