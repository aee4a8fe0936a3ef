import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readNumber } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import type { CheckContext } from '../validator.ts';

const fractional: ReadonlySet<string> = new Set(['float', 'double', 'bigDecimal']);

/** Bounds leave room between them, and whole numbers have whole bounds. */
export function* checkBounds(context: CheckContext): Generator<ModelEvent> {
  for (const [trait, id] of [
    ['range', 'RangeTrait'],
    ['length', 'LengthTrait'],
  ] as const)
    for (const subject of context.bearers(`smithy.api#${trait}`)) {
      const target = isMember(subject) ? context.model.shapes.get(subject.target) : subject;
      const value = subject.traits.get(`smithy.api#${trait}`)?.value;
      if (value === undefined) continue;
      const min = readNumber(value, 'min');
      const max = readNumber(value, 'max');
      if (trait === 'range' && target !== undefined && !fractional.has(target.type))
        for (const key of ['min', 'max']) {
          const bound = readEntry(value, key);
          if (bound?.kind === 'number' && !Number.isInteger(bound.value))
            yield report(
              'error',
              id,
              subject,
              `\`${key}\` of \`${subject.id}\` is ${bound.text}, but ${withArticle(target.type)} is whole`,
              bound,
            );
        }
      if (trait === 'length')
        for (const key of ['min', 'max']) {
          const bound = readEntry(value, key);
          if (bound?.kind === 'number' && bound.value < 0)
            yield report(
              'error',
              id,
              subject,
              `\`${key}\` of \`${subject.id}\` is ${bound.text}, expected a length`,
              bound,
            );
        }
      if (min === null && max === null)
        yield report('error', 'Model', subject, `\`@${trait}\` has neither \`min\` nor \`max\``, value);
      else if (min !== null && max !== null && min > max)
        yield report('error', id, subject, `\`min\` ${min} is greater than \`max\` ${max}`, value);
    }
}
