import type { Place } from '../syntax/place.ts';
import { makeImplied } from '../syntax/placed-node.ts';
import type { Draft } from './draft.ts';
import type { ShapeId, Trait, Traits } from './model.ts';

const box: ShapeId = 'smithy.api#box';
const defaulted: ShapeId = 'smithy.api#default';
const numbers: ReadonlySet<string> = new Set(['byte', 'short', 'integer', 'long', 'float', 'double']);

function makeDefault(value: Parameters<typeof makeImplied>[0], place: Place): Trait {
  return { id: defaulted, value: makeImplied(value, place), place };
}

/** The value that a type had in version 1 without saying so; null where it had none. */
function zeroOf(type: string): { readonly number: 0 } | { readonly flag: false } | null {
  if (type === 'boolean') return { flag: false };
  return numbers.has(type) ? { number: 0 } : null;
}

/** In version 1 a number or boolean was zero where nothing was given, unless it was boxed; version 2 says so with `@default`. */
export function giveShapeDefault({ definition, traits }: Draft): Traits {
  const zero = zeroOf(definition.type);
  if (zero === null || traits.has(box) || traits.has(defaulted)) return traits;
  return new Map(traits).set(defaulted, makeDefault(zero, definition.place));
}

/** The same for the member of a structure of version 1: a boxed one is null, and a stream is empty where it is missing. */
export function giveMemberDefault(traits: Traits, target: Draft | undefined, place: Place): Traits {
  if (traits.has(defaulted) || target === undefined) return traits;
  if (traits.has(box)) return new Map(traits).set(defaulted, makeDefault('null', place));
  const { definition, traits: ofTarget } = target;
  if (definition.type === 'blob' && ofTarget.has('smithy.api#streaming') && !traits.has('smithy.api#required'))
    return new Map(traits).set(defaulted, makeDefault({ text: '' }, place));
  const inherent = ofTarget.get(defaulted);
  if (inherent !== undefined) return new Map(traits).set(defaulted, inherent);
  const zero = definition.version === '1.0' && !ofTarget.has(box) ? zeroOf(definition.type) : null;
  return zero === null ? traits : new Map(traits).set(defaulted, makeDefault(zero, place));
}
