import type { ErasedValueRule, NoOptions, ValueRule } from '../rule/rule.ts';

/** Declares a rule that answers to no trait and is asked about every string of the input, and every other scalar or mapping that is refused. */
export function ruleOnEveryValue<Facts, Options = NoOptions>(
  declaration: Omit<ValueRule<Facts, Options>, 'stage'>,
): ErasedValueRule {
  const rule: ValueRule<Facts, Options> = { ...declaration, stage: 'value' };
  // The frame hands a rule only options that fit their schemas, and its own facts back.
  return rule as unknown as ErasedValueRule;
}
