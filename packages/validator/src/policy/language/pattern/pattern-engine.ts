import type { LinearMatcher } from '../../../shape/pattern/matcher.ts';

/** A pattern that is ready to search, and what a search costs. */
export interface CompiledPattern {
  test(text: string): boolean;
  /** Evaluation steps for each character of the text. */
  readonly stepsPerCharacter: number;
  /** Evaluation steps that making it is worth. */
  readonly stepsToMake: number;
}

/** What makes patterns ready to search; a text says why there can be none. */
export interface PatternEngine {
  /** A pattern in RE2 syntax that an expression makes. */
  compile(source: string): CompiledPattern | string;
  /** One that stands in a policy: asked for when it is checked, when it is compiled, and by other rules. */
  compileLiteral(source: string): CompiledPattern | string;
  /** A pattern of ECMA-262 that a built-in takes; null for one that cannot be. */
  compileName(source: string): LinearMatcher | null;
}

/** Prices a pattern by the states of its automaton. */
export function pricePattern(states: number): Omit<CompiledPattern, 'test'> {
  // A set of states that was not met before costs as many steps as it has states; most were met.
  return { stepsPerCharacter: 1 + Math.ceil(states / 16), stepsToMake: 100 + 4 * states };
}
