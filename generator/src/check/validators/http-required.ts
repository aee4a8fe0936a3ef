import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** Where a service's protocol uses `@http`, or one operation has it, all operations have it. */
export function* checkHttpRequired(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    const operations = context.operationsOf(service);
    const lacking = operations.filter(({ traits }) => !traits.has('smithy.api#http'));
    if (lacking.length === 0) continue;
    const protocol = [...service.traits.keys()].find((id) => {
      const definition = model.shapes.get(id)?.traits.get('smithy.api#protocolDefinition')?.value;
      return definition !== undefined && readTexts(readEntry(definition, 'traits')).includes('smithy.api#http');
    });
    if (protocol === undefined && lacking.length === operations.length) continue;
    for (const operation of lacking)
      yield protocol === undefined
        ? report(
            'warning',
            'HttpBindingsMissing',
            operation,
            `other operations of \`${service.id}\` have \`@http\`, this one lacks it`,
          )
        : report(
            'error',
            'HttpBindingsMissing',
            operation,
            `protocol \`${protocol}\` of \`${service.id}\` needs \`@http\` on every operation`,
          );
  }
}
