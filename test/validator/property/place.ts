import { appendToken } from '../../../packages/validator/src/diagnostic/pointer.ts';
import { isObject, type JsonValue } from '../../../packages/validator/src/shape/json.ts';
import type { MemberEntry, ShapeEntry, ShapeTable, Traits } from '../../../packages/validator/src/shape/shape-table.ts';
import { traitsAt } from './valid-input.ts';

/** A value of an input, with what the shape table says of where it stands. */
export interface Place {
  readonly tokens: readonly string[];
  readonly pointer: string;
  readonly value: JsonValue;
  readonly shape: ShapeEntry;
  readonly traits: Traits;
  /** Null for the input itself. */
  readonly parent: Place | null;
}

/** Every value of an input of an operation, the outer ones first. */
export function listPlaces(table: ShapeTable, operation: string, input: JsonValue): Place[] {
  const places: Place[] = [];
  const visit = (
    member: MemberEntry,
    value: JsonValue,
    tokens: readonly string[],
    pointer: string,
    parent: Place | null,
  ): void => {
    const shape = table.shapes[member.target];
    if (shape === undefined) return;
    const place = { tokens, pointer, value, shape, traits: traitsAt(table, member), parent };
    places.push(place);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, part] of Object.entries(value)) {
      const next = findMember(shape, key);
      if (next !== undefined) visit(next, part, [...tokens, key], appendToken(pointer, key), place);
    }
  };
  visit({ target: table.operations[operation]?.input ?? '' }, input, [], '', null);
  return places;
}

function findMember(shape: ShapeEntry, key: string): MemberEntry | undefined {
  if (shape.type === 'structure' || shape.type === 'union') return shape.members[key];
  if (shape.type === 'list') return shape.member;
  return shape.type === 'map' ? shape.value : undefined;
}

function copyMapping(entries: Iterable<readonly [string, JsonValue]>): JsonValue {
  // Without a prototype `__proto__` is a key like any other.
  const copy: Record<string, JsonValue> = Object.create(null);
  for (const [key, value] of entries) copy[key] = value;
  return copy;
}

/** The input with another value at a place. */
export function replaceAt(input: JsonValue, tokens: readonly string[], value: JsonValue): JsonValue {
  const [key, ...rest] = tokens;
  if (key === undefined) return value;
  if (Array.isArray(input)) return input.map((item, i) => (String(i) === key ? replaceAt(item, rest, value) : item));
  if (!isObject(input)) return input;
  return copyMapping(
    Object.entries(input).map(([name, part]) => [name, name === key ? replaceAt(part, rest, value) : part]),
  );
}

/** The mapping without one of its keys. */
export function withoutKey(mapping: JsonValue, key: string): JsonValue {
  return copyMapping(Object.entries(mapping as object).filter(([name]) => name !== key));
}

/** The mapping with one more key. */
export function withKey(mapping: JsonValue, key: string, value: JsonValue): JsonValue {
  return copyMapping([...Object.entries(mapping as object), [key, value]]);
}

/** The mapping with another name for one of its keys. */
export function withRenamed(mapping: JsonValue, key: string, name: string): JsonValue {
  return copyMapping(Object.entries(mapping as object).map(([known, value]) => [known === key ? name : known, value]));
}
