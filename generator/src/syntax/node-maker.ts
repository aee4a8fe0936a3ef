import type { Node } from './node.ts';
import {
  ArrayNode,
  BooleanNode,
  NumberNode,
  ObjectEntry,
  ObjectNode,
  type ReadNode,
  StringNode,
} from './placed-node.ts';
import type { TraitApplication } from './tree.ts';

/** What a node is made of: plain values, and nodes that were read. */
export type Made =
  | string
  | number
  | boolean
  | ReadNode
  | readonly Made[]
  | { readonly [key: string]: Made | undefined };

/** Makes a node that no text holds in this form, at the place of what it says. */
export function makeNode(at: ReadNode, made: Made): ReadNode {
  const { source, start, end } = at;
  if (typeof made === 'string') return new StringNode(source, start, end, made);
  if (typeof made === 'number') return new NumberNode(source, start, end, String(made));
  if (typeof made === 'boolean') return new BooleanNode(source, start, end, made);
  if (Array.isArray(made))
    return new ArrayNode(
      source,
      start,
      end,
      (made as readonly Made[]).map((one) => makeNode(at, one)),
    );
  if ('kind' in made && 'source' in made) return made as ReadNode;
  const entries = Object.entries(made as { readonly [key: string]: Made | undefined }).flatMap(([key, value]) =>
    value === undefined ? [] : [new ObjectEntry(start, end, key, makeNode(at, value))],
  );
  return new ObjectNode(source, start, end, entries);
}

/** Applies a trait; without a value it has what its shape makes of none. */
export function makeTrait(id: string, at: ReadNode, value?: Made): TraitApplication {
  return { id, value: value === undefined ? null : makeNode(at, value), place: at };
}

/** The value of a key; undefined where there is none, or where the node is no object. */
export function findEntry(node: Node | undefined, key: string): ReadNode | undefined {
  return node?.kind === 'object'
    ? (node.entries.find((entry) => entry.key === key)?.value as ReadNode | undefined)
    : undefined;
}

/** The string under a key. */
export function findText(node: Node | undefined, key: string): string | undefined {
  const found = findEntry(node, key);
  return found?.kind === 'string' ? found.value : undefined;
}

/** True where `true` stands under the key. */
export function hasFlag(node: Node | undefined, key: string): boolean {
  const found = findEntry(node, key);
  return found?.kind === 'boolean' && found.value;
}

/** The strings of the list under a key. */
export function findTexts(node: Node | undefined, key: string): string[] {
  const found = findEntry(node, key);
  return found?.kind === 'array' ? found.elements.flatMap((one) => (one.kind === 'string' ? [one.value] : [])) : [];
}

/** Keys and values of the object under a key; the first of two equal keys. */
export function listEntries(node: Node | undefined, key: string): ReadonlyMap<string, ReadNode> {
  const found = findEntry(node, key);
  const entries = new Map<string, ReadNode>();
  if (found?.kind === 'object')
    for (const entry of found.entries) if (!entries.has(entry.key)) entries.set(entry.key, entry.value as ReadNode);
  return entries;
}
