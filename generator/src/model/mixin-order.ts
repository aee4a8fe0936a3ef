import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from '../syntax/event.ts';
import { addTo } from './add-to.ts';
import type { Draft } from './draft.ts';
import type { LostShapes } from './lost-shapes.ts';
import type { ShapeId } from './model.ts';

/**
 * Sorts shapes so that a mixin stands before the shapes that use it, and a resource before the structures that are
 * `for` it. Shapes that lie on a circle of mixins, or behind one, are reported and lost.
 */
export function sortByMixins(drafts: ReadonlyMap<ShapeId, Draft>, lost: LostShapes, events: ModelEvent[]): Draft[] {
  const sorted: Draft[] = [];
  const waiting = new Map<ShapeId, number>();
  const users = new Map<ShapeId, ShapeId[]>();
  for (const [id, draft] of drafts) {
    const named = findNeeded(draft);
    if (named.length === 0) {
      sorted.push(draft);
      continue;
    }
    const needed = new Set(named.filter((other) => drafts.has(other)));
    if (needed.size === 0) sorted.push(draft);
    else waiting.set(id, needed.size);
    for (const other of needed) {
      addTo(users, other, id);
    }
  }
  if (waiting.size === 0) return sorted;
  for (let at = 0; at < sorted.length; at++) {
    for (const id of users.get(sorted[at]?.definition.id ?? '') ?? []) {
      const left = (waiting.get(id) ?? 0) - 1;
      const draft = drafts.get(id);
      if (left > 0 || draft === undefined) waiting.set(id, left);
      else {
        waiting.delete(id);
        sorted.push(draft);
      }
    }
  }
  for (const id of waiting.keys()) {
    lost.add(id);
    const others = [...waiting.keys()].filter((other) => other !== id).slice(0, 5);
    const circle = others.length === 0 ? 'itself' : others.map((other) => `\`${other}\``).join(', ');
    const message = `mixins of \`${id}\` form a circle with ${circle}`;
    const place = drafts.get(id)?.definition.place;
    if (place !== undefined) events.push(makeEvent('error', 'Model', place, { message, shape: id }));
  }
  return sorted;
}

function findNeeded({ definition, scope, mixins }: Draft): readonly ShapeId[] {
  if (!('resource' in definition) || definition.resource === null) return mixins;
  return [...mixins, scope.resolve(definition.resource.name)];
}
