import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import { compareDecimals, type Decimal, isWhole, readDecimal } from '../decimal.ts';
import { canHold } from '../number-problems.ts';
import type { CheckContext } from '../validator.ts';

type Problem = readonly [message: string, at: Node];

/** What a trait says of one end; `number` is null where that is no number. */
interface Bound {
  readonly side: 'min' | 'max';
  readonly node: Node;
  readonly number: Decimal | null;
}

const fractional: ReadonlySet<string> = new Set(['float', 'double', 'bigDecimal']);

/** Bounds leave room between them, and are values of what they bound. */
export function* checkBounds(context: CheckContext): Generator<ModelEvent> {
  // Few numbers bound most of a model.
  const numbers = new Map<string, Decimal | null>();
  for (const [name, id, check] of [
    ['range', 'RangeTrait', checkRange],
    ['length', 'LengthTrait', checkLength],
  ] as const)
    for (const subject of context.bearers(`smithy.api#${name}`)) {
      const value = subject.traits.get(`smithy.api#${name}`)?.value;
      if (value === undefined) continue;
      const bounds = readBounds(value, numbers);
      for (const [message, at] of check(context, subject, bounds)) yield report('error', id, subject, message, at);
      if (bounds.length === 0)
        yield report('error', 'Model', subject, `\`@${name}\` has neither \`min\` nor \`max\``, value);
      const [min, max] = bounds.map(({ number }) => number);
      if (min && max && compareDecimals(min, max) > 0)
        yield report('error', id, subject, `\`min\` ${min.text} is greater than \`max\` ${max.text}`, value);
    }
}

function readBounds(value: Node, numbers: Map<string, Decimal | null>): Bound[] {
  const bounds: Bound[] = [];
  for (const side of ['min', 'max'] as const) {
    const node = readEntry(value, side);
    if (node === undefined) continue;
    const text = node.kind === 'number' ? node.text : '';
    let number = numbers.get(text);
    if (number === undefined) {
      number = readDecimal(node);
      numbers.set(text, number);
    }
    bounds.push({ side, node, number });
  }
  return bounds;
}

function* checkRange({ model }: CheckContext, subject: Subject, bounds: readonly Bound[]): Generator<Problem> {
  const type = (isMember(subject) ? model.shapes.get(subject.target) : subject)?.type;
  for (const { side, node, number } of bounds) {
    // Another value of such a type may be text; every reader of models takes numbers alone for bounds.
    if (node.kind === 'string') yield [`\`${side}\` of \`${subject.id}\` is a string, expected a number`, node];
    if (number === null || type === undefined || fractional.has(type)) continue;
    const found = `\`${side}\` of \`${subject.id}\` is ${number.text}`;
    if (!isWhole(number)) yield [`${found}, but ${withArticle(type)} is whole`, node];
    else if (!canHold(type, number)) yield [`${found}, which no ${type} can hold`, node];
  }
}

function* checkLength(_: CheckContext, subject: Subject, bounds: readonly Bound[]): Generator<Problem> {
  for (const { side, node, number } of bounds)
    if (number?.sign === -1) yield [`\`${side}\` of \`${subject.id}\` is ${number.text}, expected a length`, node];
}
