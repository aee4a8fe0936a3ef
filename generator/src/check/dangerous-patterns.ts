import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Subject } from '../model/selector/subject.ts';
import { makeEvent } from '../syntax/event.ts';
import { readNumber } from '../syntax/node-entry.ts';
import { decidePattern, type PatternDecision } from './pattern/decide.ts';
import type { CheckContext, Validator } from './validator.ts';

/** Finds the patterns that a text can make a backtracking engine slow on; with `witness` the advice holds such a text. */
export function dangerousPatterns(witness: boolean): Validator {
  return function* check(context: CheckContext): Generator<ModelEvent> {
    const decided = new Map<string, PatternDecision>();
    for (const subject of context.bearers('smithy.api#pattern')) {
      const value = subject.traits.get('smithy.api#pattern')?.value;
      if (value?.kind !== 'string') continue;
      const maxLength = witness ? readMaxLength(subject) : undefined;
      const key = `${maxLength} ${value.value}`;
      const decision =
        decided.get(key) ?? decidePattern(value.value, { witness, ...(maxLength === undefined ? {} : { maxLength }) });
      decided.set(key, decision);
      const { ambiguity } = decision;
      if (ambiguity !== 'exponential' && ambiguity !== 'polynomial') continue;
      const isExponential = ambiguity === 'exponential';
      const message = `pattern of \`${subject.id}\` takes a backtracking engine ${isExponential ? 'exponential' : 'more than linear'} time`;
      const safe =
        decision.regexp === null
          ? 'no equal pattern is safe: have a linear-time engine run it'
          : `this equal pattern is safe: \`${decision.regexp}\``;
      const shown = witness && decision.witness !== undefined ? `\nslow on ${JSON.stringify(decision.witness)}` : '';
      yield makeEvent(
        isExponential ? 'danger' : 'warning',
        `PatternTrait.${isExponential ? 'Exponential' : 'Polynomial'}`,
        value,
        {
          message,
          help: safe + shown,
          shape: subject.id,
        },
      );
    }
  };
}

function readMaxLength(subject: Subject): number | undefined {
  const length = subject.traits.get('smithy.api#length')?.value;
  return length === undefined ? undefined : (readNumber(length, 'max') ?? undefined);
}
