import { anyBounds, type Bounds, dynType, isNumber, type StringType, type Type } from './type.ts';

/** The type of a value that has one of two types; null where they have nothing in common. */
export function joinTypes(left: Type, right: Type): Type | null {
  if (left === right) return left;
  if (left.kind === 'dyn' || right.kind === 'dyn') return dynType;
  if (left.kind === 'nullable' || right.kind === 'nullable' || left.kind === 'null' || right.kind === 'null')
    return joinNullable(left, right);
  if (isNumber(left)) {
    if (!isNumber(right) || left.kind !== right.kind) return null;
    return {
      kind: left.kind,
      bounds: coverBoth(left.bounds, right.bounds),
      values: uniteValues(left.values, right.values),
    };
  }
  if (left.kind === 'string') return right.kind === 'string' ? joinStrings(left, right) : null;
  if (left.kind === 'list') {
    if (right.kind !== 'list') return null;
    return {
      kind: 'list',
      element: joinTypes(left.element, right.element) ?? dynType,
      size: coverBoth(left.size, right.size),
    };
  }
  if (left.kind === 'map') {
    if (right.kind !== 'map') return null;
    const key = joinTypes(left.key, right.key) ?? dynType;
    const value = joinTypes(left.value, right.value) ?? dynType;
    const open = left.open || right.open;
    return { kind: 'map', key, value, size: coverBoth(left.size, right.size), open, present: findPresent(left, right) };
  }
  if (left.kind === 'record')
    return right.kind === 'record' && left.name === right.name ? { ...left, present: findPresent(left, right) } : null;
  return left.kind === right.kind ? left : null;
}

function joinNullable(left: Type, right: Type): Type | null {
  if (left.kind === 'null')
    return right.kind === 'null' || right.kind === 'nullable' ? right : { kind: 'nullable', of: right };
  if (right.kind === 'null') return joinNullable(right, left);
  const joined = joinTypes(left.kind === 'nullable' ? left.of : left, right.kind === 'nullable' ? right.of : right);
  return joined === null ? null : { kind: 'nullable', of: joined };
}

type Holder = Extract<Type, { kind: 'record' | 'map' }>;

function findPresent(left: Holder, right: Holder): ReadonlySet<string> {
  return new Set([...left.present].filter((part) => right.present.has(part)));
}

function joinStrings(left: StringType, right: StringType): StringType {
  return {
    kind: 'string',
    size: coverBoth(left.size, right.size),
    values: uniteValues(left.values, right.values),
    pattern: left.pattern === right.pattern ? left.pattern : null,
  };
}

function uniteValues<T>(left: readonly T[] | null, right: readonly T[] | null): readonly T[] | null {
  return left === null || right === null ? null : [...new Set([...left, ...right])];
}

function coverBoth(left: Bounds, right: Bounds): Bounds {
  return { min: Math.min(left.min, right.min), max: Math.max(left.max, right.max) };
}

/** Whether values of two types may be compared with `==`. */
export function areComparable(left: Type, right: Type): boolean {
  if (left.kind === 'dyn' || right.kind === 'dyn') return true;
  if (left.kind === 'nullable') return right.kind === 'null' || areComparable(left.of, right);
  if (right.kind === 'nullable') return areComparable(right, left);
  if (isNumber(left) && isNumber(right)) return true;
  if (left.kind === 'list' && right.kind === 'list') return areComparable(left.element, right.element);
  if (left.kind === 'map' && right.kind === 'map')
    return areComparable(left.key, right.key) && areComparable(left.value, right.value);
  if (left.kind === 'record' && right.kind === 'record') return left.name === right.name;
  if (left.kind === 'blob' || right.kind === 'blob')
    return [left.kind, right.kind].every((kind) => kind === 'blob' || kind === 'string');
  return left.kind === right.kind;
}

/** The bounds of a sum, a difference or a product; open for other operations, and beyond what is exact. */
export function combineBounds(operator: string, left: Bounds, right: Bounds): Bounds {
  const ends =
    operator === '+'
      ? [left.min + right.min, left.max + right.max]
      : operator === '-'
        ? [left.min - right.max, left.max - right.min]
        : operator === '*'
          ? [left.min * right.min, left.min * right.max, left.max * right.min, left.max * right.max]
          : [];
  if (ends.length === 0 || ends.some((end) => Number.isNaN(end) || Math.abs(end) > 2 ** 52))
    return relax(operator, left, right);
  return { min: Math.min(...ends), max: Math.max(...ends) };
}

/** One end may be known where the other is open, as of `size(x) + 1`. */
function relax(operator: string, left: Bounds, right: Bounds): Bounds {
  if (operator !== '+') return anyBounds;
  const min = left.min + right.min;
  return { min: Math.abs(min) <= 2 ** 52 ? min : Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
}
