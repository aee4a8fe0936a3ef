import type { JsonObject, JsonValue } from '../shape/json.ts';
import type { Hit } from './hit.ts';
import type { ErasedTraitRule, ErasedValueRule, GoodExample, GoodValueExample } from './rule.ts';

/** The operation of every example. */
export const exampleOperation = 'CreateJob';

/** Asks a rule about one of its own examples, as the gate asks it about a value of a spec. */
export function runExample(rule: ErasedTraitRule, example: GoodExample<JsonValue, JsonObject>): Hit<unknown>[] {
  const context = {
    trait: example.trait ?? rule.parameters,
    target: example.target ?? {},
    operation: exampleOperation,
    options: example.options ?? {},
  };
  return [...rule.check(example.value, context)];
}

/** The same for a rule that is asked about every value. */
export function runValueExample(rule: ErasedValueRule, example: GoodValueExample<JsonObject>): Hit<unknown>[] {
  const context = {
    target: {},
    operation: exampleOperation,
    input: example.input ?? example.value,
    pointer: example.pointer ?? '',
    refused: example.refused ?? false,
    options: example.options ?? {},
  };
  return [...rule.check(example.value, context)];
}
