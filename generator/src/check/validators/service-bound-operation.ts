import type { ModelEvent } from '@shapegate/validator/leaves';
import { serviceResources } from '../../model/closure.ts';
import type { Model, OperationShape, ResourceShape } from '../../model/model.ts';
import { shapeName } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { findStructure } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** An operation that takes or gives a resource's identifier may belong to the resource rather than to the service. */
export function* checkServiceBoundOperations(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    const resources = serviceResources(model, service);
    if (resources.length === 0) continue;
    for (const id of service.operations) {
      const operation = model.shapes.get(id);
      if (operation?.type !== 'operation') continue;
      const near = resources.filter((resource) => hasIdentifier(model, operation, resource));
      if (near.length > 0)
        yield report(
          'warning',
          `ServiceBoundResourceOperation.${service.id}.${shapeName(id)}`,
          operation,
          `\`${id}\` is bound to \`${service.id}\`, but has identifiers of ${listNames(near.map((one) => one.id))}`,
        );
    }
  }
}

function hasIdentifier(model: Model, { input, output }: OperationShape, { identifiers }: ResourceShape): boolean {
  return [input, output].some((id) =>
    [...(findStructure(model, id)?.members.values() ?? [])].some(
      ({ name, target, traits }) => identifiers.get(name) === target && traits.has('smithy.api#required'),
    ),
  );
}
