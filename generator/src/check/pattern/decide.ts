import { compileLinear, parsePattern } from '@shapegate/validator/leaves';
import { type Ambiguity, analyzeAmbiguity } from './ambiguity.ts';
import { printPattern } from './print.ts';
import { rewritePattern } from './rewrite.ts';

/** What is to run a pattern. */
export interface PatternDecision {
  /**
   * `native`: the pattern as it stands is linear in a backtracking engine. `rewritten`: an equal one is. `linear`: only
   * the linear engine may run it. `unsupported`: nothing can.
   */
  readonly kind: 'native' | 'rewritten' | 'linear' | 'unsupported';
  /** Compiles under the `u` flag, finds the same texts and takes linear time; null for `linear` and `unsupported`. */
  readonly regexp: string | null;
  /** Of the pattern as the model writes it. */
  readonly ambiguity: Ambiguity;
}

/** Decides which engine may run a pattern of a model. The answer depends on the pattern alone: work is bounded, time is not looked at. */
export function decidePattern(pattern: string, _options: { readonly maxLength?: number } = {}): PatternDecision {
  const parsed = parsePattern(pattern);
  if (parsed === null) return { kind: 'unsupported', regexp: null, ambiguity: 'unknown' };
  const { ambiguity } = analyzeAmbiguity(parsed.root);
  if (ambiguity === 'linear') {
    if (parsed.unicode) return { kind: 'native', regexp: pattern, ambiguity };
  }
  const regexp = ambiguity === 'linear' ? printPattern(parsed.root) : rewritePattern(parsed.root);
  if (regexp !== null) return { kind: 'rewritten', regexp, ambiguity };
  return { kind: compileLinear(pattern) === null ? 'unsupported' : 'linear', regexp: null, ambiguity };
}
