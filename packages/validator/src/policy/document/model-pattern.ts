import { compileLinear, type LinearMatcher } from '../../shape/pattern/matcher.ts';
import type { PatternEntry } from '../../shape/shape-table.ts';

/** The matcher of a pattern of the model, whose safe form the engine's own matcher runs at once; null for one that nothing can match. */
export function compileModelPattern({ pattern, regexp }: PatternEntry): LinearMatcher | null {
  return regexp === null ? compileLinear(pattern) : new RegExp(regexp, 'u');
}
