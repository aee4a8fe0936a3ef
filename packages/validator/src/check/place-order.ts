import { lastToken, parentPointer } from '../diagnostic/pointer.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';

/** A pointer with its path. */
export interface PlacedPointer {
  readonly pointer: string;
  readonly path: readonly number[];
}

interface Place {
  /** Undefined where there is nothing. */
  readonly value: JsonValue | undefined;
  readonly path: readonly number[];
}

/** Orders pointers by their places in a value, as a reader meets them: what is missing stands behind its siblings. */
export class PlaceOrder {
  readonly #keys = new WeakMap<object, Map<string, number>>();
  readonly #places = new Map<string, Place>();

  constructor(root: JsonValue) {
    this.#places.set('', { value: root, path: [] });
  }

  /** Where a pointer leads: what `comparePlaces` compares. */
  pathOf(pointer: string): readonly number[] {
    if (pointer === '') return [];
    return this.#enter(this.#find(parentPointer(pointer)), lastToken(pointer)).path;
  }

  /** A hundred thousand elements of one list have the way to it in common. */
  #find(pointer: string): Place {
    let place = this.#places.get(pointer);
    if (place === undefined) {
      place = this.#enter(this.#find(parentPointer(pointer)), lastToken(pointer));
      this.#places.set(pointer, place);
    }
    return place;
  }

  /** Below a scalar, or what is not there, the order says no more. */
  #enter({ value, path }: Place, token: string): Place {
    if (Array.isArray(value)) return { value: value[Number(token)], path: [...path, Number(token)] };
    if (isObject(value)) return { value: ownValue(value, token), path: [...path, this.#indexOf(value, token)] };
    return { value: undefined, path };
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

/** Sorts what bears a pointer and its path: by place, what holds before what it holds, then by the pointer. */
export function comparePlaces(one: PlacedPointer, other: PlacedPointer): number {
  const { path: a } = one;
  const { path: b } = other;
  const common = Math.min(a.length, b.length);
  for (let i = 0; i < common; i++) {
    const difference = a[i]! - b[i]!;
    if (difference !== 0) return difference;
  }
  return a.length - b.length || (one.pointer < other.pointer ? -1 : one.pointer > other.pointer ? 1 : 0);
}
