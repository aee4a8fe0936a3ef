import type { Model, ShapeId } from '../model/model.ts';
import { namespaceOf } from '../model/shape-id.ts';

/** The absolute id that text in a trait's value means: a name without a namespace is of `near`'s own, or of the prelude. */
export function resolveId(model: Model, id: string, near: ShapeId): ShapeId {
  if (id.includes('#')) return id;
  const own = `${namespaceOf(near)}#${id}`;
  return model.shapes.has(own) ? own : `smithy.api#${id}`;
}
