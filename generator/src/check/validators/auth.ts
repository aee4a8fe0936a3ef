import type { ModelEvent } from '@shapegate/validator/leaves';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { absoluteId } from '../../syntax/names.ts';
import { readTexts } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** `@auth` chooses among the schemes that the service has. */
export function* checkAuth(context: CheckContext): Generator<ModelEvent> {
  for (const service of context.services())
    for (const shape of [service, ...context.operationsOf(service)]) {
      // What is no id at all is told of as a value of the trait.
      const missing = readTexts(shape.traits.get('smithy.api#auth')?.value).filter(
        (id) => absoluteId.test(id) && !service.traits.has(id),
      );
      if (missing.length > 0)
        yield report(
          'danger',
          'AuthTrait',
          shape,
          `\`${service.id}\` lacks ${listNames(missing)}, which \`@auth\` names`,
          placeOfTrait(shape, 'smithy.api#auth'),
        );
    }
}
