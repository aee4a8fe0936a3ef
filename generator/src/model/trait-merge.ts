import type { ModelEvent } from '@shapegate/validator/leaves';
import { makeEvent } from '../syntax/event.ts';
import { type Node, toJson } from '../syntax/node.ts';
import { joinLists } from '../syntax/placed-node.ts';
import type { ShapeId, Trait, Traits } from './model.ts';

/** What every shape and member without traits has. */
export const noTraits: Traits = new Map();

/**
 * Adds a trait to a shape or member that may have it already: lists are joined, equal values are one, and anything
 * else is a conflict and reported.
 */
export function addTrait(traits: Map<ShapeId, Trait>, trait: Trait, shape: ShapeId, events: ModelEvent[]): void {
  const known = traits.get(trait.id);
  if (known === undefined) traits.set(trait.id, trait);
  else if (known.value.kind === 'array' && trait.value.kind === 'array') {
    const value = joinLists([...known.value.elements, ...trait.value.elements], known.value);
    traits.set(trait.id, { id: trait.id, value, place: known.place });
  } else if (!isSameValue(known.value, trait.value)) {
    const message = `trait \`${trait.id}\` stands twice on \`${shape}\` with different values`;
    events.push(makeEvent('error', 'Model', trait.place, { message, shape }));
  }
}

/** As `addTrait`, to a shape or member of a draft, which may have none yet. */
export function applyTrait(bearer: { traits: Traits }, trait: Trait, shape: ShapeId, events: ModelEvent[]): void {
  // All that have none share one map; every other is its bearer's own.
  if (bearer.traits === noTraits) bearer.traits = new Map();
  addTrait(bearer.traits as Map<ShapeId, Trait>, trait, shape, events);
}

/** Lays the traits of a shape or member over those that it inherits. */
export function overrideTraits(inherited: Traits, own: Traits): Traits {
  if (own.size === 0) return inherited;
  if (inherited.size === 0) return own;
  const merged = new Map(inherited);
  for (const [id, trait] of own) merged.set(id, trait);
  return merged;
}

/** True where two nodes are the same value; the order of an object's keys does not matter. */
export function isSameValue(a: Node, b: Node): boolean {
  return canonicalText(a) === canonicalText(b);
}

/** A text that is equal for equal values, whatever the order of keys. */
export function canonicalText(node: Node): string {
  switch (node.kind) {
    case 'object':
      return `{${node.entries
        .map(({ key, value }) => `${JSON.stringify(key)}:${canonicalText(value)}`)
        .sort()
        .join()}}`;
    case 'array':
      return `[${node.elements.map(canonicalText).join()}]`;
    default:
      return JSON.stringify(toJson(node));
  }
}
