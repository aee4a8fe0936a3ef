import { linearEngine } from '../language/pattern/compile-re2.ts';
import type { AskableRule } from '../run/askable-rule.ts';
import type { CheckedRule } from './check-rule.ts';

/** Leaves behind what a checked rule was read from. */
export function makeAskable({ rule, operation, when, each, assert, builtIn, message, at }: CheckedRule): AskableRule {
  return {
    id: rule.id,
    severity: rule.severity,
    why: rule.field('why') ?? '',
    operation,
    at,
    each,
    when: when?.checked ?? null,
    assert: assert?.checked ?? null,
    builtIn: builtIn === null ? null : { name: builtIn.name, with: rule.field('with') ?? {}, patterns: linearEngine },
    message: message.map((part) => (typeof part === 'string' ? part : part.checked)),
    placeOf(field, offset) {
      const { place, pointer } = rule.placeOf(field);
      return offset === null ? place.nameOf(pointer) : place.nameOf(pointer, { start: offset, end: offset });
    },
  };
}
