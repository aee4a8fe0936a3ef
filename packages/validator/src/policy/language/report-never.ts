import { findNearNames } from '../../diagnostic/near-names.ts';
import type { Checker } from './checker.ts';
import { describeKnown } from './decide-comparison.ts';
import type { Type } from './type.ts';

/** Reports a value that can never be what it is compared with. */
export function reportNever(
  place: { readonly start: number; readonly end: number },
  value: Type,
  other: Type,
  what: string,
  checker: Checker,
): void {
  const sides = [describeKnown(value), describeKnown(other)];
  const reason = sides.includes(null) ? '' : `: it is ${sides[0]}, ${what} ${sides[1]}`;
  checker.report('constant', place, `it is never equal to ${what}${reason}`, findNearValue(value, other));
}

/** A value near to one that cannot be, as a help. */
export function findNearValue(left: Type, right: Type): string | null {
  if (left.kind !== 'string' || right.kind !== 'string' || left.values === null || right.values === null) return null;
  const [one, many] = left.values.length === 1 ? [left.values[0]!, right.values] : [right.values[0] ?? '', left.values];
  const near = findNearNames(one, many).map((value) => `\`${value}\``);
  return near.length === 0 || many.length === 1 ? null : `did you mean ${near.join(' or ')}?`;
}
