import type { ModelEvent } from '@shapegate/validator/leaves';
import { shapeClosure } from '../../model/closure.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readFlag } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** A service with several ways to sign says which comes first. */
export function* checkServiceAuth(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    const schemes = [...service.traits.keys()].filter((id) =>
      model.shapes.get(id)?.traits.has('smithy.api#authDefinition'),
    );
    if (schemes.length > 1 && !service.traits.has('smithy.api#auth'))
      yield report(
        'warning',
        'ServiceAuthDefinitions',
        service,
        `\`${service.id}\` has ${listNames(schemes)}, and no \`@auth\` says which comes first`,
      );
  }
}

/** Protocols that cannot carry documents serve no service that has them. */
export function* checkDocumentSupport(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services())
    for (const id of service.traits.keys()) {
      const definition = model.shapes.get(id)?.traits.get('smithy.api#protocolDefinition')?.value;
      if (definition === undefined || !readFlag(definition, 'noInlineDocumentSupport')) continue;
      const documents = [...shapeClosure(model, [service.id])].filter(
        (reached) => model.shapes.get(reached)?.type === 'document',
      );
      if (documents.length > 0)
        yield report(
          'error',
          'NoInlineDocumentSupport',
          service,
          `protocol \`${id}\` carries no documents, but \`${service.id}\` has ${listNames(documents)}`,
          placeOfTrait(service, id),
        );
    }
}
