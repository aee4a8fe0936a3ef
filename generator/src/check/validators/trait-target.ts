import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Model } from '../../model/model.ts';
import { isMember, placeOfTrait, type Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readEntry } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** A trait stands only where its selector allows it. */
export function* checkTraitTargets(context: CheckContext): Generator<ModelEvent> {
  for (const id of context.usedTraits()) {
    const definition = context.model.shapes.get(id)?.traits;
    const settings = definition?.get('smithy.api#trait')?.value;
    const selector = settings === undefined ? undefined : readEntry(settings, 'selector');
    const applied = context.bearers(id);
    if (definition?.has('smithy.api#mixin'))
      for (const subject of applied)
        yield report(
          'error',
          'TraitTarget',
          subject,
          `trait \`${id}\` is a mixin and stands on nothing`,
          placeOfTrait(subject, id),
        );
    if (selector?.kind !== 'string' || selector.value.trim() === '*') continue;
    // A text that is no selector has been reported at the definition.
    const matches = context.predicate(selector.value);
    if (matches === null) continue;
    for (const subject of applied) {
      if (matches(subject) || lacksTarget(context.model, subject)) continue;
      const message = `trait \`${id}\` cannot stand on \`${subject.id}\`: it belongs on what the selector \`${selector.value.trim()}\` matches`;
      yield report('error', 'TraitTarget', subject, message, placeOfTrait(subject, id));
    }
  }
}

/** True for a member of which nothing is known, since what it targets is not there; that is an event of its own. */
function lacksTarget({ shapes }: Model, subject: Subject): boolean {
  return isMember(subject) && !shapes.has(subject.target);
}
