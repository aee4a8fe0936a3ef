import { shortenText } from '../../rule/quote-value.ts';
import { countCodePoints } from './functions/size.ts';
import type { BinaryOperator } from './tree.ts';
import { type Bounds, isNumber, type StringType, type Type } from './type.ts';

/** Whether a comparison always has the same outcome, by what is known of its sides; null where it may have both. */
export function decideComparison(operator: BinaryOperator, left: Type, right: Type): boolean | null {
  if (operator === '!=') {
    const equal = decideComparison('==', left, right);
    return equal === null ? null : !equal;
  }
  if (operator === '==') return decideEquality(left, right);
  if (operator === '>' || operator === '>=') return decideComparison(operator === '>' ? '<' : '<=', right, left);
  if ((operator !== '<' && operator !== '<=') || !isNumber(left) || !isNumber(right)) return null;
  if (operator === '<') {
    if (left.bounds.max < right.bounds.min) return canBeNaN(left) || canBeNaN(right) ? null : true;
    return left.bounds.min >= right.bounds.max ? false : null;
  }
  if (left.bounds.max <= right.bounds.min) return canBeNaN(left) || canBeNaN(right) ? null : true;
  return left.bounds.min > right.bounds.max ? false : null;
}

function canBeNaN(type: Type): boolean {
  return type.kind === 'double' && type.values === null;
}

function decideEquality(left: Type, right: Type): boolean | null {
  if (isNumber(left) && isNumber(right)) {
    if (left.bounds.max < right.bounds.min || right.bounds.max < left.bounds.min) return false;
    if (isNeverWhole(left) !== isNeverWhole(right) && (left.kind !== 'double' || right.kind !== 'double')) return false;
    return decideValues<number>(left.values, right.values);
  }
  if (left.kind === 'string' && right.kind === 'string') {
    if (left.size.max < right.size.min || right.size.max < left.size.min) return false;
    if (noneFits(left.values, right) || noneFits(right.values, left)) return false;
    return decideValues<string>(left.values, right.values);
  }
  if (left.kind === 'list' && right.kind === 'list') {
    if (left.size.max < right.size.min || right.size.max < left.size.min) return false;
    const areFilled = left.size.min > 0 || right.size.min > 0;
    if (areFilled && decideEquality(left.element, right.element) === false) return false;
  }
  return null;
}

/** A number with a fraction, which no whole number is. */
function isNeverWhole(type: Type): boolean {
  return isNumber(type) && type.values !== null && type.values.every((value) => !Number.isInteger(value));
}

function decideValues<T>(left: readonly T[] | null, right: readonly T[] | null): boolean | null {
  if (left === null || right === null) return null;
  if (!left.some((value) => right.includes(value))) return false;
  return left.length === 1 && right.length === 1 ? true : null;
}

/** Whether none of the values can be of the type. */
function noneFits(values: readonly string[] | null, type: StringType): boolean {
  if (values === null) return false;
  const { size, pattern } = type;
  return values.every((value) => {
    const length = countCodePoints(value);
    return length < size.min || length > size.max || (pattern !== null && !pattern.test(value));
  });
}

/** What a type says about its values, for a message; null where it says nothing. */
export function describeKnown(type: Type): string | null {
  if (isNumber(type))
    return type.values !== null && type.values.length > 1
      ? listValues(type.values.map(String))
      : describeBounds(type.bounds, '');
  if (type.kind === 'list') return describeSize(type.size, ' elements');
  if (type.kind !== 'string') return null;
  if (type.values !== null) return listValues(type.values);
  const bounds = describeSize(type.size, ' characters');
  if (type.pattern === null) return bounds;
  const pattern = `text that matches \`${shortenText(type.pattern.source)}\``;
  return bounds === null ? pattern : `${pattern}, ${bounds}`;
}

function listValues(values: readonly string[]): string {
  const shown = values.slice(0, 8).map((value) => `\`${shortenText(value)}\``);
  if (shown.length === 1) return shown[0]!;
  return `one of ${shown.join(', ')}${values.length > 8 ? ', …' : ''}`;
}

function describeSize(size: Bounds, unit: string): string | null {
  return size.min === 0 && size.max === Number.POSITIVE_INFINITY ? null : describeBounds(size, unit);
}

function describeBounds({ min, max }: Bounds, unit: string): string | null {
  if (min === max) return `\`${min}\`${unit}`;
  if (Number.isFinite(min) && Number.isFinite(max)) return `${min} to ${max}${unit}`;
  if (Number.isFinite(min)) return `at least ${min}${unit}`;
  return Number.isFinite(max) ? `at most ${max}${unit}` : null;
}
