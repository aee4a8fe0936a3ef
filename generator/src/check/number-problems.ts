import type { Shape } from '../model/model.ts';
import { nameKind } from '../syntax/bindings.ts';
import type { Node } from '../syntax/node.ts';

/** From minus this, and below this; each is a double. */
const wholeTypes: ReadonlyMap<string, number> = new Map([
  ['byte', 2 ** 7],
  ['short', 2 ** 15],
  ['integer', 2 ** 31],
  ['intEnum', 2 ** 31],
  ['long', 2 ** 63],
]);

/** True for the words that JSON has for what is no number. */
export function isSpecialNumber(node: Node): boolean {
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

/** The words that JSON has for what is no number, and no bound can be held against. */
export function findEndlessProblem(text: string, min: number | null, max: number | null): string | null {
  if (text === 'NaN') return 'found `NaN`, expected a number';
  const isBeyond = (text === '-Infinity' && min !== null) || (text === 'Infinity' && max !== null);
  return isBeyond ? `found \`${text}\`, expected ${describeBounds(min, max)}` : null;
}

/** Why a node is no whole number that a type can hold; null where it is one. */
export function findWholeProblem(node: Node, type: string): string | null {
  if (node.kind !== 'number') return `found ${nameKind(node)}, expected a whole number`;
  if (!Number.isInteger(node.value)) return `found ${node.text}, expected a whole number`;
  const bound = wholeTypes.get(type);
  if (bound === undefined) return null;
  return node.value < -bound || node.value >= bound ? `found ${node.text}, which no ${type} can hold` : null;
}

/** What lies between two bounds, in words; null is none. */
export function describeBounds(min: number | null, max: number | null): string {
  if (min === null) return `at most ${max}`;
  return max === null ? `at least ${min}` : `${min} to ${max}`;
}
