import type { AnyRule, RuleText } from '../rule/rule.ts';

/** Makes a finding's words from a rule's declaration and the facts that the rule's own check or stage has found. */
export function wordRule(rule: AnyRule, facts: unknown): { readonly message: string; readonly help: string } {
  const words = rule as RuleText<unknown>;
  return {
    message: words.message(facts),
    help: typeof words.help === 'function' ? words.help(facts) : words.help,
  };
}
