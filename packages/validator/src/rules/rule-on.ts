import type { Hit } from '../rule/hit.ts';
import type {
  BadExample,
  ErasedTraitRule,
  GoodExample,
  NoOptions,
  RuleContext,
  RuleText,
  TraitRule,
} from '../rule/rule.ts';
import type { JsonObject, JsonValue } from '../shape/json.ts';

interface Kinds {
  string: string;
  list: readonly JsonValue[];
  structure: JsonObject;
  operation: JsonObject;
}

interface Declaration<Value, Trait, Facts, Options> extends RuleText<Facts> {
  readonly parameters: Trait;
  check(value: Value, context: RuleContext<Trait, Options>): Iterable<Hit<Facts>>;
  readonly good: readonly GoodExample<Trait, Options>[];
  readonly bad: readonly BadExample<Trait, Options>[];
}

/** Declares a rule that is asked about every value of the kind `on` whose shape or member bears the trait; `Options` are those of `options`. */
export function ruleOn<Kind extends keyof Kinds, Trait, Options = NoOptions>(trait: string, on: Kind) {
  return <Facts>(declaration: Declaration<Kinds[Kind], Trait, Facts, Options>): ErasedTraitRule => {
    const rule: TraitRule<Trait, Facts, Options> = {
      ...declaration,
      trait,
      on,
      check: declaration.check as TraitRule<Trait, Facts, Options>['check'],
    };
    // The frame hands a rule only values of its kind, traits that the model's validity has checked, options that fit their
    // schemas, and its own facts back.
    return rule as unknown as ErasedTraitRule;
  };
}
