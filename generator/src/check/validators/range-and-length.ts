import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import { compareDecimals, isWhole, readDecimal } from '../decimal.ts';
import { canHold } from '../number-problems.ts';
import type { CheckContext } from '../validator.ts';

type Problem = readonly [message: string, at: Node];

const fractional: ReadonlySet<string> = new Set(['float', 'double', 'bigDecimal']);
const sides = ['min', 'max'] as const;

/** Bounds leave room between them, and are values of what they bound. */
export function* checkBounds(context: CheckContext): Generator<ModelEvent> {
  for (const [name, id, check] of [
    ['range', 'RangeTrait', checkRange],
    ['length', 'LengthTrait', checkLength],
  ] as const)
    for (const subject of context.bearers(`smithy.api#${name}`)) {
      const value = subject.traits.get(`smithy.api#${name}`)?.value;
      if (value === undefined) continue;
      for (const [message, at] of check(context, subject, value)) yield report('error', id, subject, message, at);
      if (sides.every((side) => readEntry(value, side) === undefined))
        yield report('error', 'Model', subject, `\`@${name}\` has neither \`min\` nor \`max\``, value);
      const min = readDecimal(readEntry(value, 'min'));
      const max = readDecimal(readEntry(value, 'max'));
      if (min !== null && max !== null && compareDecimals(min, max) > 0)
        yield report('error', id, subject, `\`min\` ${min.text} is greater than \`max\` ${max.text}`, value);
    }
}

function* checkRange({ model }: CheckContext, subject: Subject, value: Node): Generator<Problem> {
  const type = (isMember(subject) ? model.shapes.get(subject.target) : subject)?.type;
  for (const side of sides) {
    const bound = readEntry(value, side);
    // Another value of such a type may be text; every reader of models takes numbers alone for bounds.
    if (bound?.kind === 'string') yield [`\`${side}\` of \`${subject.id}\` is a string, expected a number`, bound];
    const number = readDecimal(bound);
    if (bound === undefined || number === null || type === undefined || fractional.has(type)) continue;
    const found = `\`${side}\` of \`${subject.id}\` is ${number.text}`;
    if (!isWhole(number)) yield [`${found}, but ${withArticle(type)} is whole`, bound];
    else if (!canHold(type, number)) yield [`${found}, which no ${type} can hold`, bound];
  }
}

function* checkLength(_: CheckContext, subject: Subject, value: Node): Generator<Problem> {
  for (const side of sides) {
    const bound = readEntry(value, side);
    const number = readDecimal(bound);
    if (bound !== undefined && number?.sign === -1)
      yield [`\`${side}\` of \`${subject.id}\` is ${number.text}, expected a length`, bound];
  }
}
