import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import { isSelectorFault } from '../../model/selector/parse-selector.ts';
import { selectFrom } from '../../model/selector/select.ts';
import { readText } from '../node-entry.ts';
import { report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#traitValidators';
const severities: ReadonlyMap<string | null, EventSeverity> = new Map([
  ['NOTE', 'note'],
  ['WARNING', 'warning'],
  ['DANGER', 'danger'],
]);

/** Runs the validators that traits bring along: whatever their selectors match from a bearer on is incompatible with it. */
export function* checkTraitValidators(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.subjects()) {
    const own = subject.traits.get(trait)?.value;
    if (own?.kind === 'object')
      for (const { key, value } of own.entries)
        if (!/^(?:_+[A-Za-z0-9]|[A-Za-z])\w*(?:[.#](?:_+[A-Za-z0-9]|[A-Za-z])\w*)*$/.test(key))
          yield report('error', 'TraitValidators', subject, `\`${key}\` is no event id`, value);
    for (const { id, place } of subject.traits.values()) {
      const validators = context.model.shapes.get(id)?.traits.get(trait)?.value;
      if (validators?.kind !== 'object') continue;
      for (const { key, value } of validators.entries) {
        const text = readText(value, 'selector');
        const selector = text === null ? null : context.parseSelector(text);
        if (selector === null || isSelectorFault(selector)) continue;
        const why = readText(value, 'message');
        for (const found of selectFrom(context.graph, selector, subject)) {
          const message = `\`${found.id}\` does not go with trait \`${id}\` of \`${subject.id}\`${why === null ? '' : `: ${why}`}`;
          yield report(
            severities.get(readText(value, 'severity')) ?? 'error',
            key,
            found,
            message,
            found === subject ? place : found.place,
          );
        }
      }
    }
  }
}
