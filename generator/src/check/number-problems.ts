import type { Shape } from '../model/model.ts';
import { nameKind } from '../syntax/bindings.ts';
import type { Node } from '../syntax/node.ts';
import { readEntry, readNumber } from '../syntax/node-entry.ts';
import { compareDecimals, type Decimal, isWhole, parseDecimal, readDecimal } from './decimal.ts';

/** The least and the greatest value that a type can hold, or that `@range` allows; null is no bound. */
export interface Bounds {
  readonly min: Decimal | null;
  readonly max: Decimal | null;
}

const wholeTypes: ReadonlyMap<string, Bounds> = new Map([
  ['byte', makeBounds('-128', '127')],
  ['short', makeBounds('-32768', '32767')],
  ['integer', makeBounds('-2147483648', '2147483647')],
  ['intEnum', makeBounds('-2147483648', '2147483647')],
  ['long', makeBounds('-9223372036854775808', '9223372036854775807')],
]);

function makeBounds(min: string, max: string): Bounds {
  return { min: parseDecimal(min), max: parseDecimal(max) };
}

/** True where a number is neither below nor above. */
export function isWithin(number: Decimal, { min, max }: Bounds): boolean {
  return (min === null || compareDecimals(number, min) >= 0) && (max === null || compareDecimals(number, max) <= 0);
}

/** True for what a whole type of fixed size can hold; types without such a size can hold all. */
export function canHold(type: string, number: Decimal): boolean {
  const bounds = wholeTypes.get(type);
  return bounds === undefined || isWithin(number, bounds);
}

/** True for the words that JSON has for what is no number. */
export function isSpecialNumber(node: Node): node is Node & { readonly kind: 'string' } {
  return node.kind === 'string' && (node.value === 'NaN' || node.value === 'Infinity' || node.value === '-Infinity');
}

/** Why a number is no value of an intEnum; null for all other shapes. */
export function findIntEnumProblem(node: Node, shape: Shape): string | null {
  if (shape.type !== 'intEnum' || node.kind !== 'number') return null;
  const known = [...shape.members.values()].flatMap(({ traits }) => {
    const value = traits.get('smithy.api#enumValue')?.value;
    return value?.kind === 'number' ? [value.value] : [];
  });
  return known.includes(node.value) ? null : `found ${node.text}, expected one of ${known.join(', ')}`;
}

/** Why a node is no number that `@range` allows; null where it is one, and for what is no number at all. */
export function findRangeProblem(node: Node, type: string, range: Node): string | null {
  const bounds = { min: readDecimal(readEntry(range, 'min')), max: readDecimal(readEntry(range, 'max')) };
  const number = isBig(type) && node.kind === 'string' ? parseDecimal(node.value) : readDecimal(node);
  if (number === null || isWithin(number, bounds)) return null;
  return `found ${number.text}, expected ${describeBounds(bounds.min?.text ?? null, bounds.max?.text ?? null)}`;
}

/** The words that JSON has for what is no number, and no bound can be held against. */
export function findEndlessProblem(node: Node, range: Node): string | null {
  if (!isSpecialNumber(node)) return null;
  if (node.value === 'NaN') return 'found `NaN`, expected a number';
  const min = readNumber(range, 'min');
  const max = readNumber(range, 'max');
  const isBeyond = node.value === '-Infinity' ? min !== null : max !== null;
  return isBeyond ? `found \`${node.value}\`, expected ${describeBounds(min, max)}` : null;
}

/** Why a node is no whole number that a type can hold; null where it is one. */
export function findWholeProblem(node: Node, type: string): string | null {
  const number = isBig(type) && node.kind === 'string' ? parseDecimal(node.value) : readDecimal(node);
  if (number === null) return `found ${nameKind(node)}, expected a whole number`;
  if (!isWhole(number)) return `found ${number.text}, expected a whole number`;
  return canHold(type, number) ? null : `found ${number.text}, which no ${type} can hold`;
}

/** Types of numbers whose values may be written as strings, so that no reader rounds them. */
export function isBig(type: string): boolean {
  return type === 'bigDecimal' || type === 'bigInteger';
}

/** What lies between two bounds, in words; null is none. */
export function describeBounds(min: number | string | null, max: number | string | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `${min} to ${max}`;
}
