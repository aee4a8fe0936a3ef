import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Trait } from '../../model/model.ts';
import type { Subject } from '../../model/selector/subject.ts';
import { makeEvent } from '../../syntax/event.ts';
import { readEntry } from '../node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** A trait stands only where its selector allows it. */
export function* checkTraitTargets(context: CheckContext): Generator<ModelEvent> {
  const bearers = new Map<string, { subject: Subject; trait: Trait }[]>();
  for (const subject of context.subjects())
    for (const trait of subject.traits.values()) {
      const known = bearers.get(trait.id);
      if (known === undefined) bearers.set(trait.id, [{ subject, trait }]);
      else known.push({ subject, trait });
    }
  for (const [id, applied] of bearers) {
    const definition = context.model.shapes.get(id)?.traits;
    const settings = definition?.get('smithy.api#trait')?.value;
    const selector = settings === undefined ? undefined : readEntry(settings, 'selector');
    if (definition?.has('smithy.api#mixin'))
      for (const { subject, trait } of applied)
        yield makeEvent('error', 'TraitTarget', trait.place, {
          message: `trait \`${id}\` is a mixin and stands on nothing`,
          shape: subject.id,
        });
    if (selector?.kind !== 'string' || selector.value.trim() === '*') continue;
    for (const { subject, trait } of applied) {
      // A text that is no selector has been reported at the definition.
      if (context.matches(selector.value, subject) !== false) continue;
      const message = `trait \`${id}\` cannot stand on \`${subject.id}\`: it belongs on what the selector \`${selector.value.trim()}\` matches`;
      yield makeEvent('error', 'TraitTarget', trait.place, { message, shape: subject.id });
    }
  }
}
