import type { JsonValue } from '../shape/json.ts';

/** A value and where its text stands; offsets are UTF-16 code units, `end` exclusive. */
export interface SourceNode {
  readonly value: JsonValue;
  readonly start: number;
  readonly end: number;
  /** Values below and including this one, aliases expanded. */
  readonly size: number;
  /** Levels of collections below and including this one; 0 for a scalar. */
  readonly height: number;
  /** Characters of the texts below and including this one, and of the keys on the way to each value, aliases expanded. */
  readonly weight: number;
  /** The children of a mapping, in the order of the text, merged ones last; null for anything else. */
  readonly entries: readonly SourceEntry[] | null;
  /** The elements of a list; null for anything else. */
  readonly items: readonly SourceNode[] | null;
  /** What an alias stands for; null for anything else. */
  readonly target: SourceNode | null;
}

/** A key and its value. */
export interface SourceEntry {
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly node: SourceNode;
  /** The alias whose merge (`<<`) brought this entry; null where it is written here. */
  readonly via: SourceNode | null;
}

/** Makes the node of a value without children. */
export function scalarNode(value: JsonValue, start: number, end: number): SourceNode {
  return { value, start, end, size: 1, height: 0, weight: end - start, entries: null, items: null, target: null };
}

/** The weight of a mapping with these entries: each key leads to everything below it. */
export function weighEntries(entries: readonly SourceEntry[]): number {
  let weight = 0;
  for (const { key, node } of entries) weight += node.weight + node.size * key.length;
  return weight;
}

type MappingValue = Record<string, JsonValue>;

// Without Object.prototype behind them, `__proto__` and `constructor` are keys like any other; with a prototype
// of its own, such an object stays in V8's fast mode, which one made by Object.create(null) does not.
function Mapping(this: MappingValue): void {}
Mapping.prototype = Object.freeze(Object.create(null));
const MappingClass = Mapping as unknown as new () => MappingValue;

/** An empty mapping that inherits nothing. */
export function createMapping(): MappingValue {
  return new MappingClass();
}
