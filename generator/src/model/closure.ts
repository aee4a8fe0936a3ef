import type { Model, OperationShape, ResourceShape, ServiceShape, Shape, ShapeId } from './model.ts';

/** The services of a model, sorted by id. */
export function findServices(model: Model): ServiceShape[] {
  const services: ServiceShape[] = [];
  for (const shape of model.shapes.values()) if (shape.type === 'service') services.push(shape);
  return services.sort(compareIds);
}

/** The operations of a service, its resources' at any depth included, sorted by id. */
export function serviceOperations(model: Model, service: ServiceShape): OperationShape[] {
  const ids = new Set(service.operations);
  for (const resource of serviceResources(model, service)) for (const id of resourceOperations(resource)) ids.add(id);
  const operations: OperationShape[] = [];
  for (const id of ids) {
    const shape = model.shapes.get(id);
    if (shape?.type === 'operation') operations.push(shape);
  }
  return operations.sort(compareIds);
}

/** The resources of a service at any depth, sorted by id. */
export function serviceResources(model: Model, service: ServiceShape): ResourceShape[] {
  const found = new Map<ShapeId, ResourceShape>();
  const open = [...service.resources];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const shape = model.shapes.get(id);
    if (shape?.type !== 'resource' || found.has(id)) continue;
    found.set(id, shape);
    open.push(...shape.resources);
  }
  return [...found.values()].sort(compareIds);
}

/** The operations that a resource itself binds, lifecycle ones first. */
export function resourceOperations(resource: ResourceShape): ShapeId[] {
  return [...Object.values(resource.lifecycle), ...resource.operations, ...resource.collectionOperations];
}

/** The shapes that the given ones reach, themselves included: through members, and through what operations, resources and services bind. */
export function shapeClosure(model: Model, ids: Iterable<ShapeId>): Set<ShapeId> {
  const reached = new Set<ShapeId>();
  const open = [...ids];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const shape = model.shapes.get(id);
    if (shape === undefined || reached.has(id)) continue;
    reached.add(id);
    for (const next of neighbourIds(shape)) if (!reached.has(next)) open.push(next);
  }
  return reached;
}

/** What a shape refers to directly; traits and mixins not included. */
export function neighbourIds(shape: Shape): ShapeId[] {
  switch (shape.type) {
    case 'operation':
      return [shape.input, shape.output, ...shape.errors];
    case 'resource':
      return [
        ...shape.identifiers.values(),
        ...shape.properties.values(),
        ...resourceOperations(shape),
        ...shape.resources,
      ];
    case 'service':
      return [...shape.operations, ...shape.resources, ...shape.errors];
    default: {
      const targets: ShapeId[] = [];
      if ('members' in shape) for (const { target } of shape.members.values()) targets.push(target);
      return targets;
    }
  }
}

function compareIds(a: Shape, b: Shape): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
