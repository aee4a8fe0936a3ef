import type { ErasedValueRule, ValueRule } from '../rule/rule.ts';

/** Declares a rule that answers to no trait and is asked about every string of the input, and every other scalar or mapping that is refused. */
export function ruleOnEveryValue<Facts>(declaration: Omit<ValueRule<Facts>, 'stage'>): ErasedValueRule {
  const rule: ValueRule<Facts> = { ...declaration, stage: 'value' };
  // The frame hands a rule only its own facts back.
  return rule as unknown as ErasedValueRule;
}
