import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { isBuiltIn } from '../../model/built-in.ts';
import type { ShapeId } from '../../model/model.ts';
import { isSelectorFault } from '../../model/selector/parse-selector.ts';
import { selectFrom } from '../../model/selector/select.ts';
import { placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#traitValidators';
const severities: ReadonlyMap<string, EventSeverity> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['DANGER', 'danger'],
  ['ERROR', 'error'],
]);

const eventId = /^(?:_+[A-Za-z0-9]|[A-Za-z])\w*(?:[.#](?:_+[A-Za-z0-9]|[A-Za-z])\w*)*$/;

/**
 * Runs the validators that traits bring along: whatever their selectors match from a bearer on is incompatible with it.
 * One with a wrong key or severity, which is reported, is not run.
 */
export function* checkTraitValidators(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers(trait)) {
    const own = subject.traits.get(trait)?.value;
    if (own?.kind === 'object')
      for (const { key, value } of own.entries)
        if (!eventId.test(key)) yield report('error', 'TraitValidators', subject, `\`${key}\` is no event id`, value);
  }
  for (const id of context.usedTraits()) {
    const validators = context.model.shapes.get(id)?.traits.get(trait)?.value;
    if (validators?.kind !== 'object') continue;
    for (const subject of context.bearers(id))
      for (const { key, value } of validators.entries)
        if (eventId.test(key)) yield* runValidator(context, subject, id, key, value);
  }
}

function* runValidator(
  context: CheckContext,
  subject: Subject,
  id: ShapeId,
  key: string,
  value: Node,
): Generator<ModelEvent> {
  const text = readText(value, 'selector');
  const selector = text === null ? null : context.parseSelector(text);
  const severity = severities.get(readText(value, 'severity') ?? 'ERROR');
  if (selector === null || isSelectorFault(selector) || severity === undefined) return;
  const why = readText(value, 'message');
  for (const found of selectFrom(context.graph, selector, subject)) {
    const message = `\`${found.id}\` does not go with trait \`${id}\` of \`${subject.id}\`${why === null ? '' : `: ${why}`}`;
    // What comes with us is in no file of theirs.
    const isElsewhere = found !== subject && !isBuiltIn(found);
    yield report(severity, key, found, message, isElsewhere ? found.place : placeOfTrait(subject, id));
  }
}
