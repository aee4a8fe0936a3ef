import { mostLevels } from './check/input-depth.ts';
import { appendToken } from './diagnostic/pointer.ts';
import type { ForeignKind } from './rule/value-kind.ts';
import type { JsonObject, JsonValue } from './shape/json.ts';

/** Why a value is not plain data, and where. */
export type ForeignValue =
  | { readonly kind: 'foreign'; readonly pointer: string; readonly found: ForeignKind }
  | { readonly kind: 'limits'; readonly pointer: string; readonly what: 'depth' | 'nodes'; readonly limit: number };

const mostNodes = 100_000;

/**
 * Copies plain data and freezes the copy to the last list, so that what was checked is what is sent. Members that are
 * `undefined` are left out, as JSON leaves them out; a `Date` becomes its date-time text. Whatever else JSON cannot hold
 * (functions, class instances, accessors, `NaN`, a value inside itself) is refused, as are more than 64 levels or
 * 100,000 values. Nothing of the value is called: accessors are not read.
 */
export function copyPlainData(
  value: unknown,
): { readonly copy: JsonValue; readonly foreign: null } | { readonly copy: null; readonly foreign: ForeignValue } {
  const copier = new PlainCopier();
  try {
    return { copy: copier.copy(value, '', 0), foreign: null };
  } catch (refusal) {
    if (refusal instanceof Refusal) return { copy: null, foreign: refusal.foreign };
    throw refusal;
  }
}

class Refusal extends Error {
  readonly foreign: ForeignValue;

  constructor(foreign: ForeignValue) {
    super(foreign.kind);
    this.foreign = foreign;
  }
}

class PlainCopier {
  readonly #open = new Set<object>();
  #nodes = 0;

  copy(value: unknown, pointer: string, depth: number): JsonValue {
    this.#nodes += 1;
    if (this.#nodes > mostNodes) throw new Refusal({ kind: 'limits', pointer, what: 'nodes', limit: mostNodes });
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        if (Number.isFinite(value)) return value;
        throw refuse(pointer, 'number without a finite value');
      case 'undefined':
        throw refuse(pointer, 'undefined value');
      case 'object':
        return value === null ? null : this.#copyObject(value, pointer, depth);
      default:
        throw refuse(pointer, typeof value as 'function' | 'symbol' | 'bigint');
    }
  }

  #copyObject(value: object, pointer: string, depth: number): JsonValue {
    if (isDate(value)) return writeDate(value, pointer);
    if (this.#open.has(value)) throw refuse(pointer, 'reference to what holds it');
    if (depth >= mostLevels) throw new Refusal({ kind: 'limits', pointer, what: 'depth', limit: mostLevels });
    this.#open.add(value);
    const copy = Array.isArray(value)
      ? this.#copyList(value, pointer, depth)
      : this.#copyMapping(value, pointer, depth);
    this.#open.delete(value);
    return Object.freeze(copy);
  }

  #copyList(list: readonly unknown[], pointer: string, depth: number): JsonValue[] {
    const copy: JsonValue[] = [];
    for (let i = 0; i < list.length; i++) {
      const place = appendToken(pointer, i);
      copy.push(this.copy(readOwn(list, String(i), place), place, depth + 1));
    }
    return copy;
  }

  #copyMapping(mapping: object, pointer: string, depth: number): JsonObject {
    if (!isPlain(mapping)) throw refuse(pointer, 'class instance');
    const copy: Record<string, JsonValue> = {};
    for (const key of Object.keys(mapping)) {
      const place = appendToken(pointer, key);
      const value = readOwn(mapping, key, place);
      if (value === undefined) continue;
      const part = this.copy(value, place, depth + 1);
      // Written as `copy.__proto__`, it would be the prototype and not a member.
      if (key === '__proto__') Object.defineProperty(copy, key, { value: part, enumerable: true });
      else copy[key] = part;
    }
    return copy;
  }
}

function refuse(pointer: string, found: ForeignKind): Refusal {
  return new Refusal({ kind: 'foreign', pointer, found });
}

function readOwn(holder: object, key: string, pointer: string): unknown {
  const property = Object.getOwnPropertyDescriptor(holder, key);
  if (property !== undefined && !('value' in property)) throw refuse(pointer, 'accessor');
  return property?.value;
}

/** An object literal's prototype, of this realm or another, is the last of its chain. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function isDate(value: object): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]' && value instanceof Date;
}

function writeDate(date: Date, pointer: string): string {
  const time = Date.prototype.getTime.call(date);
  if (!Number.isFinite(time)) throw refuse(pointer, 'number without a finite value');
  return new Date(time).toISOString();
}
