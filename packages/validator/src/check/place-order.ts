import { parsePointer } from '../diagnostic/pointer.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';

/** Sorts by the place of a pointer in a value, as a reader meets it: what is missing stands behind its siblings. */
export class PlaceOrder {
  readonly #root: JsonValue;
  readonly #keys = new WeakMap<object, Map<string, number>>();
  readonly #paths = new Map<string, readonly number[]>();

  constructor(root: JsonValue) {
    this.#root = root;
  }

  compare(one: string, other: string): number {
    const a = this.#pathOf(one);
    const b = this.#pathOf(other);
    for (let i = 0; i < Math.min(a.length, b.length); i++) {
      const difference = (a[i] ?? 0) - (b[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return a.length - b.length || (one < other ? -1 : one > other ? 1 : 0);
  }

  #pathOf(pointer: string): readonly number[] {
    const known = this.#paths.get(pointer);
    if (known !== undefined) return known;
    const path: number[] = [];
    let value: JsonValue | undefined = this.#root;
    for (const token of parsePointer(pointer)) {
      if (Array.isArray(value)) {
        path.push(Number(token));
        value = value[Number(token)];
      } else if (isObject(value)) {
        path.push(this.#indexOf(value, token));
        value = ownValue(value, token);
      } else break;
    }
    this.#paths.set(pointer, path);
    return path;
  }

  #indexOf(mapping: Readonly<Record<string, JsonValue>>, key: string): number {
    let keys = this.#keys.get(mapping);
    if (keys === undefined) {
      keys = new Map(Object.keys(mapping).map((name, index) => [name, index]));
      this.#keys.set(mapping, keys);
    }
    return keys.get(key) ?? keys.size;
  }
}
