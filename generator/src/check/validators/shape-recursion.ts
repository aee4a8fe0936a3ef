import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Model, Shape, ShapeId } from '../../model/model.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/**
 * No value has to be infinite: a circle of lists and maps needs a structure or union in it, and a circle of structures
 * a member that is not required.
 */
export function* checkRecursion(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const left = trimEnds(model, context.shapes());
  for (const [id, shape] of left) {
    const circle = findCircle(left, id);
    if (circle !== null)
      yield report(
        'error',
        'ShapeRecursion',
        shape,
        `no finite value of \`${id}\` exists, it needs itself through ${listNames(circle)}`,
      );
  }
}

/** A union has a value where one of its members has: a structure of another member, or one that need not be there. */
export function* checkEndlessUnions(context: CheckContext): Generator<ModelEvent> {
  const endless = new Set<ShapeId>();
  for (const type of ['structure', 'union'] as const) for (const { id } of context.shapesOfType(type)) endless.add(id);
  // Whatever can be made without what is still in the set can be made; again until nothing more leaves.
  for (let size = -1; size !== endless.size; ) {
    size = endless.size;
    for (const id of endless) {
      const shape = context.model.shapes.get(id);
      if (shape === undefined || !('members' in shape) || canEnd(shape, endless)) endless.delete(id);
    }
  }
  for (const shape of context.shapesOfType('union'))
    if (endless.has(shape.id))
      yield report(
        'error',
        'ShapeRecursion',
        shape,
        `no finite value of \`${shape.id}\` exists, each member needs it again`,
      );
}

function canEnd(shape: Extract<Shape, { members: unknown }>, endless: ReadonlySet<ShapeId>): boolean {
  if (shape.members.size === 0) return true;
  for (const { target, traits } of shape.members.values()) {
    if (shape.type === 'structure' && !traits.has('smithy.api#required')) return true;
    if (!endless.has(target)) return true;
  }
  return false;
}

type Edges = ReadonlyMap<ShapeId, Shape>;

/** The shapes that are left when those without a way on are taken away again and again: circles, and what leads to them. */
function trimEnds(model: Model, shapes: readonly Shape[]): Map<ShapeId, Shape> {
  const left = new Map(shapes.map((shape) => [shape.id, shape]));
  const users = new Map<ShapeId, ShapeId[]>();
  const count = new Map<ShapeId, number>();
  const ends: ShapeId[] = [];
  for (const shape of shapes) {
    const forced = listForced(model.shapes, shape);
    count.set(shape.id, forced.length);
    if (forced.length === 0) ends.push(shape.id);
    for (const id of forced) {
      const known = users.get(id);
      if (known === undefined) users.set(id, [shape.id]);
      else known.push(shape.id);
    }
  }
  for (let id = ends.pop(); id !== undefined; id = ends.pop()) {
    left.delete(id);
    for (const user of users.get(id) ?? []) {
      const rest = (count.get(user) ?? 0) - 1;
      count.set(user, rest);
      if (rest === 0) ends.push(user);
    }
  }
  return left;
}

/** The way from a shape back to itself; null where it only leads to a circle. */
function findCircle(left: Edges, start: ShapeId): ShapeId[] | null {
  const cameFrom = new Map<ShapeId, ShapeId>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const shape = left.get(id);
    if (shape === undefined) continue;
    for (const next of listForced(left, shape)) {
      if (next === start) return traceBack(cameFrom, id, start);
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, id);
      open.push(next);
    }
  }
  return null;
}

function traceBack(cameFrom: ReadonlyMap<ShapeId, ShapeId>, last: ShapeId, start: ShapeId): ShapeId[] {
  const way: ShapeId[] = [];
  for (let id: ShapeId | undefined = last; id !== undefined && id !== start; id = cameFrom.get(id)) way.push(id);
  return way.length === 0 ? [start] : way.reverse().slice(0, 8);
}

/** The shapes without whose values there is none of this shape: of lists, other lists; of structures, required structures. */
function listForced(shapes: Edges, shape: Shape): ShapeId[] {
  if (shape.type === 'list' || shape.type === 'map')
    return [...shape.members.values()].flatMap(({ target }) => {
      const type = shapes.get(target)?.type;
      return type === 'list' || type === 'map' ? [target] : [];
    });
  if (shape.type !== 'structure') return [];
  return [...shape.members.values()].flatMap(({ target, traits }) =>
    traits.has('smithy.api#required') && shapes.get(target)?.type === 'structure' ? [target] : [],
  );
}
