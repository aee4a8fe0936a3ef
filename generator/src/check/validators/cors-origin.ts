import type { ModelEvent } from '@shapegate/validator/leaves';
import type { ServiceShape, ShapeId } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readText, readTexts } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#cors';

/** The schemes whose credentials a browser keeps and sends by itself. */
const browserSchemes: readonly ShapeId[] = ['smithy.api#httpBasicAuth', 'smithy.api#httpDigestAuth'];

/** A service whose credentials browsers manage names one origin: with `*` they send none, as the specification of `@cors` says. */
export function* checkOrigins(context: CheckContext): Generator<ModelEvent> {
  for (const service of context.shapesOfType('service')) {
    const cors = service.traits.get(trait)?.value;
    if (cors === undefined || readEntry(cors, 'origins') !== undefined) continue;
    const schemes = listBrowserSchemes(service);
    if (schemes.length === 0 || (readText(cors, 'origin') ?? '*') !== '*') continue;
    const message = `\`@cors\` allows every origin, but ${listNames(schemes)} of \`${service.id}\` needs a single one`;
    // Smithy has the rule and no event for it, so it does not make a model unfit.
    yield report('danger', 'CorsTrait', service, message, placeOfTrait(service, trait));
  }
}

function listBrowserSchemes({ traits }: ServiceShape): readonly ShapeId[] {
  const auth = traits.get('smithy.api#auth')?.value;
  const chosen = auth === undefined ? null : readTexts(auth);
  return browserSchemes.filter((id) => traits.has(id) && chosen?.includes(id) !== false);
}
