import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Shape, ShapeId } from '../../model/model.ts';
import { isMember } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { findCircles } from '../circles.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/**
 * No value has to be infinite: a circle of lists and maps needs a structure or union in it, and a circle of structures
 * a member that is not required.
 */
export function* checkRecursion(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const next = new Map<ShapeId, ShapeId[]>();
  for (const shape of [...context.shapesOfType('list'), ...context.shapesOfType('map')])
    for (const { target } of shape.members.values()) {
      const type = model.shapes.get(target)?.type;
      if (type === 'list' || type === 'map') addTo(next, shape.id, target);
    }
  for (const member of context.bearers('smithy.api#required'))
    if (isMember(member) && model.shapes.get(member.target)?.type === 'structure') {
      const id = member.container;
      if (model.shapes.get(id)?.type === 'structure') addTo(next, id, member.target);
    }
  for (const [id, circle] of findCircles([...next.keys()], (id) => next.get(id)!))
    yield report(
      'error',
      'ShapeRecursion',
      model.shapes.get(id)!,
      `no finite value of \`${id}\` exists, it needs itself through ${listNames(circle)}`,
    );
}

type WithMembers = Extract<Shape, { members: unknown }>;

/** A union has a value where one of its members has: a structure of another member, or one that need not be there. */
export function* checkEndlessUnions(context: CheckContext): Generator<ModelEvent> {
  const unions = context.shapesOfType('union');
  const endless = new Map<ShapeId, WithMembers>();
  for (const shape of unions) endless.set(shape.id, shape);
  // All others have a value for what they are themselves.
  if (unions.length > 0)
    for (const shape of context.shapesOfType('structure')) if (needsMembers(shape)) endless.set(shape.id, shape);
  const users = new Map<ShapeId, WithMembers[]>();
  for (const shape of endless.values())
    for (const { target } of shape.members.values()) if (endless.has(target)) addTo(users, target, shape);
  // What can be made without the shapes that are left can be made, and perhaps what is made of it.
  const open = [...endless.values()];
  for (let shape = open.pop(); shape !== undefined; shape = open.pop())
    if (endless.has(shape.id) && canEnd(shape, endless)) {
      endless.delete(shape.id);
      open.push(...(users.get(shape.id) ?? []));
    }
  for (const shape of unions)
    if (endless.has(shape.id))
      yield report(
        'error',
        'ShapeRecursion',
        shape,
        `no finite value of \`${shape.id}\` exists, each member needs it again`,
      );
}

/** True for a structure that has members and none that need not be there. */
function needsMembers({ members }: WithMembers): boolean {
  for (const { traits } of members.values()) if (!traits.has('smithy.api#required')) return false;
  return members.size > 0;
}

function canEnd(shape: WithMembers, endless: ReadonlyMap<ShapeId, unknown>): boolean {
  if (shape.members.size === 0) return true;
  for (const { target, traits } of shape.members.values()) {
    if (shape.type === 'structure' && !traits.has('smithy.api#required')) return true;
    if (!endless.has(target)) return true;
  }
  return false;
}
