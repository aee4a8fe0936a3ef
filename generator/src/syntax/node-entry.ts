import type { Node } from './node.ts';

/** The value of a key; undefined where there is none, or where the node is no object. */
export function readEntry(node: Node, key: string): Node | undefined {
  if (node.kind === 'object') for (const entry of node.entries) if (entry.key === key) return entry.value;
  return undefined;
}

/** The number under a key. */
export function readNumber(node: Node, key: string): number | null {
  const value = readEntry(node, key);
  return value?.kind === 'number' ? value.value : null;
}

/** The string under a key. */
export function readText(node: Node, key: string): string | null {
  const value = readEntry(node, key);
  return value?.kind === 'string' ? value.value : null;
}

/** True where `true` stands under the key. */
export function readFlag(node: Node, key: string): boolean {
  const value = readEntry(node, key);
  return value?.kind === 'boolean' && value.value;
}

/** The strings of a list; empty where it is none. */
export function readTexts(node: Node | undefined): string[] {
  if (node?.kind !== 'array') return [];
  return node.elements.flatMap((element) => (element.kind === 'string' ? [element.value] : []));
}
