import type { ModelEvent } from '@shapegate/validator/leaves';
import { resourceOperations, serviceResources } from '../../model/closure.ts';
import type { ShapeId } from '../../model/model.ts';
import { report } from '../../syntax/event.ts';
import { findCircles } from '../circles.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** No resource is its own ancestor. */
export function* checkResourceCycles(context: CheckContext): Generator<ModelEvent> {
  const below = new Map(context.shapesOfType('resource').map(({ id, resources }) => [id, resources]));
  for (const id of findCircles([...below.keys()], (id) => below.get(id)!).keys())
    yield report('error', 'ResourceCycle', context.model.shapes.get(id)!, `resource \`${id}\` lies below itself`);
}

/** An operation, and a resource, stands in one place of a service. */
export function* checkSingleBindings(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const service of context.services()) {
    const operations = new Map<ShapeId, Set<ShapeId>>();
    const resources = new Map<ShapeId, Set<ShapeId>>();
    const add = (to: Map<ShapeId, Set<ShapeId>>, ids: Iterable<ShapeId>, binder: ShapeId): void => {
      for (const id of ids) if (id !== binder) to.set(id, (to.get(id) ?? new Set<ShapeId>()).add(binder));
    };
    add(operations, service.operations, service.id);
    add(resources, service.resources, service.id);
    for (const resource of serviceResources(model, service)) {
      add(operations, resourceOperations(resource), resource.id);
      add(resources, resource.resources, resource.id);
    }
    for (const [found, id] of [
      [operations, 'SingleOperationBinding'],
      [resources, 'SingleResourceBinding'],
    ] as const)
      for (const [bound, binders] of found) {
        const shape = model.shapes.get(bound);
        if (binders.size > 1 && shape !== undefined)
          yield report(
            'error',
            id,
            shape,
            `\`${bound}\` stands in one place of \`${service.id}\`, but is bound by ${listNames([...binders].sort())}`,
          );
      }
  }
}
