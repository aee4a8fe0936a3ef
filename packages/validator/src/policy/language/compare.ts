import type { RuleBudget } from './budget.ts';
import { Duration, isRecord, type JsonRecord, LanguageMap, Timestamp, Uint, type Value } from './value.ts';

/** CEL's equality: numbers by their value whatever their type, lists and maps by their parts, other kinds never. */
export function areEqual(left: Value, right: Value, budget: RuleBudget): boolean {
  budget.spend(1);
  if (typeof left === 'string') {
    if (typeof right !== 'string' || left.length !== right.length) return false;
    budget.spendReading(left.length);
    return left === right;
  }
  const a = numberOf(left);
  if (a !== null) {
    const b = numberOf(right);
    // biome-ignore lint/suspicious/noDoubleEquals: a bigint and a number are compared by value
    return b !== null && a == b;
  }
  if (left === null || typeof left === 'boolean') return left === right;
  if (left instanceof Timestamp) return right instanceof Timestamp && left.nanos === right.nanos;
  if (left instanceof Duration) return right instanceof Duration && left.nanos === right.nanos;
  if (Array.isArray(left)) {
    if (!Array.isArray(right) || left.length !== right.length) return false;
    return left.every((element: Value, at) => areEqual(element, (right as readonly Value[])[at]!, budget));
  }
  return areEqualMaps(left as LanguageMap | JsonRecord, right, budget);
}

function areEqualMaps(left: LanguageMap | JsonRecord, right: Value, budget: RuleBudget): boolean {
  if (!(right instanceof LanguageMap) && !isRecord(right)) return false;
  const entries =
    left instanceof LanguageMap
      ? Array.from(left.entries(), ({ key, value }): [Value, Value] => [key, value])
      : Object.entries(left);
  const size = right instanceof LanguageMap ? right.size : Object.keys(right).length;
  if (entries.length !== size) return false;
  budget.spend(size);
  return entries.every(([key, value]) => {
    const other = findInMap(right, key);
    return other !== undefined && areEqual(value, other, budget);
  });
}

/** What a map holds under a key; own members only. */
export function findInMap(map: LanguageMap | JsonRecord, key: Value): Value | undefined {
  if (map instanceof LanguageMap) return map.get(key);
  return typeof key === 'string' && Object.hasOwn(map, key) ? map[key] : undefined;
}

/** Less than zero, zero or more; null where the two have no order (NaN), undefined where the kinds cannot be compared. */
export function compareValues(left: Value, right: Value, budget: RuleBudget): number | null | undefined {
  const a = numberOf(left);
  const b = numberOf(right);
  if (a !== null && b !== null) return a < b ? -1 : a > b ? 1 : Number.isNaN(a) || Number.isNaN(b) ? null : 0;
  if (typeof left === 'string' && typeof right === 'string') {
    budget.spendReading(Math.min(left.length, right.length));
    return compareTexts(left, right);
  }
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (
    (left instanceof Timestamp && right instanceof Timestamp) ||
    (left instanceof Duration && right instanceof Duration)
  )
    return left.nanos < right.nanos ? -1 : left.nanos > right.nanos ? 1 : 0;
  return undefined;
}

function numberOf(value: Value): bigint | number | null {
  if (typeof value === 'bigint' || typeof value === 'number') return value;
  return value instanceof Uint ? value.value : null;
}

/** By code points, where JavaScript compares UTF-16 units. */
function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const a = left.charCodeAt(at);
    const b = right.charCodeAt(at);
    // A surrogate is half of a character beyond all that one unit can say.
    if (a !== b) return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
