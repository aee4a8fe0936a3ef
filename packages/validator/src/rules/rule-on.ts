import type { Hit } from '../rule/hit.ts';
import type { BadExample, ErasedTraitRule, GoodExample, RuleContext, RuleText, TraitRule } from '../rule/rule.ts';
import type { JsonObject, JsonValue } from '../shape/json.ts';

interface Kinds {
  string: string;
  list: readonly JsonValue[];
  structure: JsonObject;
  operation: JsonObject;
}

interface Declaration<Value, Trait, Facts> extends RuleText<Facts> {
  readonly parameters: Trait;
  check(value: Value, context: RuleContext<Trait>): Iterable<Hit<Facts>>;
  readonly good: readonly GoodExample<Trait>[];
  readonly bad: readonly BadExample<Trait>[];
}

/** Declares a rule that is asked about every value of the kind `on` whose shape or member bears the trait. */
export function ruleOn<Kind extends keyof Kinds, Trait>(trait: string, on: Kind) {
  return <Facts>(declaration: Declaration<Kinds[Kind], Trait, Facts>): ErasedTraitRule => {
    const rule: TraitRule<Trait, Facts> = {
      ...declaration,
      trait,
      on,
      check: declaration.check as TraitRule<Trait, Facts>['check'],
    };
    // The frame hands a rule only values of its kind, traits that the model's validity has checked, and its own facts back.
    return rule as unknown as ErasedTraitRule;
  };
}
