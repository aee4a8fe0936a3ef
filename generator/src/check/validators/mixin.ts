import type { ModelEvent } from '@shapegate/validator/leaves';
import type { OperationShape, ResourceShape } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const mixin = 'smithy.api#mixin';

/**
 * A mixin of operations brings no input and no output, a mixin of resources brings traits alone, as the specification of
 * mixins has it. Smithy cannot make such shapes, hence the event.
 */
export function* checkMixins(context: CheckContext): Generator<ModelEvent> {
  for (const shape of [...context.shapesOfType('operation'), ...context.shapesOfType('resource')]) {
    if (!shape.traits.has(mixin)) continue;
    // What another mixin brings is told of there.
    const own = shape.own?.bindings ?? shape;
    const parts = own.type === 'operation' ? listSides(own) : own.type === 'resource' ? listParts(own) : [];
    if (parts.length > 0)
      yield report('error', 'Model', shape, `mixin \`${shape.id}\` has ${listNames(parts)}, which no other may share`);
  }
}

function listSides(operation: OperationShape): string[] {
  return (['input', 'output'] as const).filter((side) => operation[side] !== 'smithy.api#Unit');
}

function listParts(resource: ResourceShape): string[] {
  const { identifiers, properties, lifecycle, operations, collectionOperations, resources } = resource;
  const filled = Object.entries({ operations, collectionOperations, resources }).filter(([, ids]) => ids.length > 0);
  return [
    ...(identifiers.size > 0 ? ['identifiers'] : []),
    ...(properties.size > 0 ? ['properties'] : []),
    ...Object.keys(lifecycle),
    ...filled.map(([name]) => name),
  ];
}
