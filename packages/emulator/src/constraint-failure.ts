import type { JsonValue, LinearMatcher, MemberEntry, ShapeEntry, ShapeTable } from '@shapegate/validator/leaves';
import { appendToken, compileLinear, isObject, ownValue } from '@shapegate/validator/leaves';

/** One constraint of the model that a value does not meet. */
export type ConstraintFailure =
  | { readonly path: string; readonly constraint: 'required' | 'uniqueItems' }
  | { readonly path: string; readonly constraint: 'enum'; readonly values: readonly (string | number)[] }
  | { readonly path: string; readonly constraint: 'pattern'; readonly pattern: string }
  | { readonly path: string; readonly constraint: 'length'; readonly length: number; readonly limits: Limits }
  | { readonly path: string; readonly constraint: 'range'; readonly limits: Limits };

export interface Limits {
  readonly min?: number;
  readonly max?: number;
}

/**
 * Everything in a decoded input that the model's constraints refuse, in the table's order. The types of the values are
 * taken to be right. Patterns run only on text that is not too long, and in linear time.
 */
export function findConstraintFailures(table: ShapeTable, inputShape: string, input: JsonValue): ConstraintFailure[] {
  return [...checkValue(table, { target: inputShape }, input, '')];
}

function* checkValue(
  table: ShapeTable,
  member: MemberEntry,
  value: JsonValue,
  path: string,
): Iterable<ConstraintFailure> {
  const shape = ownValue(table.shapes, member.target);
  if (shape === undefined || value === null) return;
  yield* checkOwn(shape, member, value, path);
  if ('members' in shape && isObject(value)) {
    for (const [name, inner] of Object.entries(shape.members)) {
      const given = ownValue(value, name);
      if (given !== undefined) yield* checkValue(table, inner, given, appendToken(path, name));
      else if (inner.required === true) yield { path: appendToken(path, name), constraint: 'required' };
    }
  } else if (shape.type === 'list' && Array.isArray(value)) {
    for (const [index, element] of value.entries())
      yield* checkValue(table, shape.member, element, appendToken(path, index));
  } else if (shape.type === 'map' && isObject(value)) {
    for (const [key, element] of Object.entries(value)) {
      // A key has no place of its own: its failures are those of the map.
      yield* checkValue(table, shape.key, key, path);
      yield* checkValue(table, shape.value, element, appendToken(path, key));
    }
  }
}

function* checkOwn(
  shape: ShapeEntry,
  member: MemberEntry,
  value: JsonValue,
  path: string,
): Iterable<ConstraintFailure> {
  const trait = (id: string) => member.traits?.[id] ?? shape.traits?.[id];
  if ('values' in shape) {
    const values: readonly JsonValue[] = shape.values;
    if (!values.includes(value)) yield { path, constraint: 'enum', values: shape.values };
  }
  const length = lengthOf(shape, value);
  const lengthLimits = trait('length');
  const fits = length === null || !isObject(lengthLimits) || isWithin(length, lengthLimits);
  if (!fits) yield { path, constraint: 'length', length, limits: lengthLimits };
  const range = trait('range');
  if (typeof value === 'number' && isObject(range) && !isWithin(value, range))
    yield { path, constraint: 'range', limits: range };
  const pattern = trait('pattern');
  const isTooLong = !fits && length > ((lengthLimits as Limits).max ?? length);
  if (typeof value === 'string' && isObject(pattern) && typeof pattern.pattern === 'string' && !isTooLong) {
    const matcher = matcherOf(pattern.pattern, typeof pattern.regexp === 'string' ? pattern.regexp : null);
    if (matcher?.test(value) === false) yield { path, constraint: 'pattern', pattern: pattern.pattern };
  }
  if (
    Array.isArray(value) &&
    trait('uniqueItems') !== undefined &&
    new Set(value.map(canonicalText)).size < value.length
  )
    yield { path, constraint: 'uniqueItems' };
}

function isWithin(value: number, { min, max }: Limits): boolean {
  return value >= (min ?? Number.NEGATIVE_INFINITY) && value <= (max ?? Number.POSITIVE_INFINITY);
}

/** In code points, elements, entries, or the bytes of a blob; null for what has no length. */
function lengthOf(shape: ShapeEntry, value: JsonValue): number | null {
  if (typeof value === 'string') return shape.type === 'blob' ? Buffer.from(value, 'base64').length : [...value].length;
  if (Array.isArray(value)) return value.length;
  return isObject(value) ? Object.keys(value).length : null;
}

const matchers = new Map<string, Pick<LinearMatcher, 'test'> | null>();

/** Null for a pattern that no engine can take, which then holds for every text. */
function matcherOf(pattern: string, regexp: string | null): Pick<LinearMatcher, 'test'> | null {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    matcher = regexp === null ? compileLinear(pattern) : new RegExp(regexp, 'u');
    matchers.set(pattern, matcher);
  }
  return matcher;
}

/** The same text for equal values, whatever the order of their keys. */
function canonicalText(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalText(value[key] ?? null)}`).join(',')}}`;
}
