import type { JsonValue, Range } from '@shapegate/validator/leaves';

/** A node value with its place: what trait values and metadata are made of, from IDL text and from JSON alike. */
export type Node =
  | { readonly kind: 'object'; readonly entries: readonly NodeEntry[]; readonly file: string; readonly range: Range }
  | { readonly kind: 'array'; readonly elements: readonly Node[]; readonly file: string; readonly range: Range }
  | { readonly kind: 'string'; readonly value: string; readonly file: string; readonly range: Range }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly text: string;
      readonly file: string;
      readonly range: Range;
    }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly file: string; readonly range: Range }
  | { readonly kind: 'null'; readonly file: string; readonly range: Range };

export interface NodeEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: Node;
}

/** The plain JSON value of a node; a key that stands twice keeps its last value. */
export function toJson(node: Node): JsonValue {
  switch (node.kind) {
    case 'object':
      return Object.fromEntries(node.entries.map(({ key, value }) => [key, toJson(value)]));
    case 'array':
      return node.elements.map(toJson);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
