import { countOf } from '../../rule/count-of.ts';
import { quoteValue } from '../../rule/quote-value.ts';

/** A value that only one spec may have. */
export interface RepeatFacts {
  readonly value: string;
  /** How many specs have it. */
  readonly count: number;
  readonly region: string;
  /** Absent where no spec says it. */
  readonly account?: string;
}

/** Where the specs are sent, as messages say it. */
export function nameTarget({ region, account }: { readonly region: string; readonly account?: string }): string {
  return account === undefined ? quoteValue(region) : `${quoteValue(account)} in ${quoteValue(region)}`;
}

/** The message of the rules that find the same value in several specs. */
export function messageOfRepeat(facts: RepeatFacts): string {
  return `${quoteValue(facts.value)} stands in ${countOf(facts.count, 'specs')} for ${nameTarget(facts)}, expected one alone`;
}
