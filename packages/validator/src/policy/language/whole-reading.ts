import type { RuleBudget } from './budget.ts';
import { Failure } from './failure.ts';
import { makeJsonReader } from './read-json.ts';
import type { Type } from './type.ts';
import { isRecord, LanguageMap, type Value } from './value.ts';

/**
 * How a value is read that is compared as a whole: mappings stay as JSON has them until then, and in them moments are
 * texts and long numbers rounded. Plain data, so that it can be kept.
 */
export type WholeReading =
  | 'int'
  | 'double'
  | 'timestamp'
  | { readonly list: WholeReading }
  | { readonly values: WholeReading }
  | { readonly members: Readonly<Record<string, WholeReading>> };

/** The readings of the two sides of a comparison; null for a side that is compared as it stands. */
export interface Wholes {
  readonly left: WholeReading | null;
  readonly right: WholeReading | null;
}

/** So many parts of a shape are read at most. */
const mostParts = 256;

/** How values of a type are read where they are compared; null where they are as they should be, `endless` where their shape holds itself or too much. */
export function wholeReadingOf(type: Type): WholeReading | null | 'endless' {
  const search: Search = { around: new Set(), parts: 0 };
  const reading = findReading(type, search, false);
  return search.parts > mostParts ? 'endless' : reading;
}

interface Search {
  /** The structures around a part. */
  readonly around: Set<string>;
  parts: number;
}

function findReading(type: Type, search: Search, isInMapping: boolean): WholeReading | null {
  if (search.parts > mostParts) return null;
  search.parts++;
  switch (type.kind) {
    case 'nullable':
      return findReading(type.of, search, isInMapping);
    case 'int':
      return isInMapping && !(Number.isFinite(type.bounds.min) && Number.isFinite(type.bounds.max)) ? 'int' : null;
    case 'double':
    case 'timestamp':
      return isInMapping ? type.kind : null;
    case 'list': {
      const list = findReading(type.element, search, isInMapping);
      return list === null ? null : { list };
    }
    case 'map': {
      const values = findReading(type.value, search, true);
      return values === null ? null : { values };
    }
    case 'record':
      return findMembers(type, search);
    default:
      return null;
  }
}

function findMembers(type: Extract<Type, { kind: 'record' }>, search: Search): WholeReading | null {
  if (search.around.has(type.name)) search.parts = Number.POSITIVE_INFINITY;
  search.around.add(type.name);
  const members: [string, WholeReading][] = [];
  for (const name of type.names) {
    const reading = findReading(type.find(name)!.type, search, true);
    if (reading !== null) members.push([name, reading]);
  }
  search.around.delete(type.name);
  return members.length === 0 ? null : { members: Object.fromEntries(members) };
}

/** Reads a whole value; what was read before stays as it is. */
export type WholeReader = (value: Value, budget: RuleBudget) => Value | Failure;

/** Makes the reader of whole values. */
export function makeWholeReader(reading: WholeReading): WholeReader {
  if (typeof reading === 'string') {
    const read = makeJsonReader(reading);
    return (value) => (typeof value === 'number' || typeof value === 'string' ? read(value) : value);
  }
  if ('list' in reading) return makeListReader(makeWholeReader(reading.list));
  if ('values' in reading) {
    const read = makeWholeReader(reading.values);
    return (value, budget) => readMapping(value, () => read, budget);
  }
  const readers = new Map(Object.entries(reading.members).map(([name, part]) => [name, makeWholeReader(part)]));
  return (value, budget) => readMapping(value, (name) => readers.get(name), budget);
}

function makeListReader(read: WholeReader): WholeReader {
  return (value, budget) => {
    if (!Array.isArray(value)) return value;
    budget.spend(value.length);
    const elements: Value[] = [];
    for (const element of value as readonly Value[]) {
      const result = read(element, budget);
      if (result instanceof Failure) return result;
      elements.push(result);
    }
    return elements;
  };
}

function readMapping(
  value: Value,
  readerOf: (name: string) => WholeReader | undefined,
  budget: RuleBudget,
): Value | Failure {
  if (value instanceof LanguageMap) return readLanguageMap(value, readerOf, budget);
  if (!isRecord(value)) return value;
  const entries: [string, Value][] = [];
  for (const [name, json] of Object.entries(value)) {
    const result = readerOf(name)?.(json, budget) ?? json;
    if (result instanceof Failure) return result;
    entries.push([name, result]);
  }
  budget.spend(entries.length);
  return Object.fromEntries(entries);
}

function readLanguageMap(
  map: LanguageMap,
  readerOf: (name: string) => WholeReader | undefined,
  budget: RuleBudget,
): LanguageMap | Failure {
  const read = new LanguageMap();
  for (const { key, value } of map.entries()) {
    const result = readerOf(String(key))?.(value, budget) ?? value;
    if (result instanceof Failure) return result;
    read.add(key, result);
  }
  budget.spend(read.size);
  return read;
}
