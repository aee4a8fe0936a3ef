/** A value of the language. Ints are bigint, doubles are number; a plain object is a mapping of the input as JSON has it. */
export type Value =
  | null
  | boolean
  | bigint
  | number
  | string
  | Uint
  | Timestamp
  | Duration
  | LanguageMap
  | readonly Value[]
  | JsonRecord;

export interface JsonRecord {
  readonly [member: string]: Value;
}

/** An unsigned integer of 64 bits. */
export class Uint {
  readonly value: bigint;

  constructor(value: bigint) {
    this.value = value;
  }
}

/** A moment, in nanoseconds since 1970. */
export class Timestamp {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

/** A length of time in nanoseconds. */
export class Duration {
  readonly nanos: bigint;

  constructor(nanos: bigint) {
    this.nanos = nanos;
  }
}

export type MapKey = string | boolean | bigint | Uint;

/** A map that an expression made: keys are strings, bools, ints and uints; `1` and `1u` are one key. */
export class LanguageMap {
  readonly #entries = new Map<string, { readonly key: MapKey; readonly value: Value }>();

  /** False where the key is there already. */
  add(key: MapKey, value: Value): boolean {
    const folded = foldKey(key)!;
    if (this.#entries.has(folded)) return false;
    this.#entries.set(folded, { key, value });
    return true;
  }

  get(key: Value): Value | undefined {
    const folded = foldKey(key);
    return folded === null ? undefined : this.#entries.get(folded)?.value;
  }

  get size(): number {
    return this.#entries.size;
  }

  entries(): IterableIterator<{ readonly key: MapKey; readonly value: Value }> {
    return this.#entries.values();
  }
}

function foldKey(key: Value): string | null {
  if (typeof key === 'string') return `"${key}`;
  if (typeof key === 'boolean') return String(key);
  if (typeof key === 'bigint') return `${key}`;
  if (key instanceof Uint) return `${key.value}`;
  return typeof key === 'number' && Number.isInteger(key) ? `${BigInt(key)}` : null;
}

export function isMapKey(value: Value): value is MapKey {
  return typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint' || value instanceof Uint;
}

export type ValueKind =
  | 'null'
  | 'bool'
  | 'int'
  | 'uint'
  | 'double'
  | 'string'
  | 'timestamp'
  | 'duration'
  | 'list'
  | 'map'
  | 'record';

/** The kind of a value; `record` is a mapping of the input, be it a structure or a map. */
export function kindOf(value: Value): ValueKind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'bigint':
      return 'int';
    case 'boolean':
      return 'bool';
    case 'number':
      return 'double';
  }
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return isRecord(value) ? 'record' : kindOfObject(value);
}

function kindOfObject(value: object): ValueKind {
  if (value instanceof LanguageMap) return 'map';
  if (value instanceof Uint) return 'uint';
  if (value instanceof Timestamp) return 'timestamp';
  return value instanceof Duration ? 'duration' : 'record';
}

/** The prototype of mappings that a reader made, as soon as one was met. */
let readPrototype: object | null = null;

/** True for a mapping of the input. */
export function isRecord(value: Value): value is JsonRecord {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === readPrototype || prototype === Object.prototype || isForeignRecord(value, prototype);
}

/** The slower question, for those of a reader that were not met, or of another window. */
function isForeignRecord(value: object, prototype: object | null): boolean {
  if (Array.isArray(value) || kindOfObject(value) !== 'record') return false;
  if (prototype !== null && Object.getPrototypeOf(prototype) === null) readPrototype = prototype;
  return true;
}
