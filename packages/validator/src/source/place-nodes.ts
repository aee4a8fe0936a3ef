import type { JsonValue } from '../shape/json.ts';
import { listNode, mappingNode, type SourceEntry, type SourceNode, scalarNode } from './source-node.ts';

/**
 * Makes nodes of a value that was read without them, and has neither aliases nor keys that look like numbers.
 * @param places in the order of the text: start and end of each value, a collection before what is in it, and before each value of a mapping the start of its key
 * @param base what they are counted from
 */
export function placeNodes(value: JsonValue, places: readonly number[], base: number): SourceNode {
  return new NodePlacer(places, base).place(value);
}

class NodePlacer {
  readonly #places: readonly number[];
  readonly #base: number;
  #next = 0;

  constructor(places: readonly number[], base: number) {
    this.#places = places;
    this.#base = base;
  }

  place(value: JsonValue): SourceNode {
    const start = this.#take();
    const end = this.#take();
    if (typeof value !== 'object' || value === null) return scalarNode(value, start, end);
    if (Array.isArray(value)) {
      const items = value.map((item) => this.place(item));
      return listNode(value, start, end, items);
    }
    const entries: SourceEntry[] = [];
    for (const [key, item] of Object.entries(value)) {
      const keyStart = this.#take();
      entries.push({ key, keyStart, keyEnd: keyStart + key.length, node: this.place(item), via: null });
    }
    return mappingNode(value, start, end, entries);
  }

  #take(): number {
    return this.#base + (this.#places[this.#next++] ?? 0);
  }
}
