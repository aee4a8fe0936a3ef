import { type Domain, makeText } from './domain.ts';
import { addDomain, type Facts } from './facts.ts';
import type { BinaryOperator } from './tree.ts';
import { anyBounds, type Bounds, isNumber, type Type } from './type.ts';

/** A side of a comparison: the key of its expression, and its type as far as it is known there. */
export interface Side {
  readonly key: string | null;
  readonly type: Type;
}

type Order = '<' | '<=' | '>' | '>=' | '==' | '!=';

const opposites: Readonly<Record<Order, Order>> = {
  '<': '>=',
  '<=': '>',
  '>': '<=',
  '>=': '<',
  '==': '!=',
  '!=': '==',
};
const mirrors: Readonly<Record<Order, Order>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=', '==': '==', '!=': '!=' };
/** Texts that a side may be, as far as they are remembered. */
const mostValues = 64;
/** Beyond it the next whole number cannot be told. */
const mostExact = 2 ** 52;

/** What is known where a comparison came out so. */
export function learnComparison(
  facts: Facts,
  operator: BinaryOperator,
  left: Side,
  right: Side,
  outcome: boolean,
): Facts {
  if (!Object.hasOwn(opposites, operator)) return facts;
  const order = outcome ? (operator as Order) : opposites[operator as Order];
  // Neither is true of what is not a number.
  if (!outcome && operator !== '==' && operator !== '!=' && (mayBeNaN(left.type) || mayBeNaN(right.type))) return facts;
  return learnSide(learnSide(facts, order, left, right.type), mirrors[order], right, left.type);
}

function mayBeNaN(type: Type): boolean {
  return type.kind === 'dyn' || (type.kind === 'double' && type.values === null);
}

function learnSide(facts: Facts, order: Order, { key, type }: Side, other: Type): Facts {
  if (key === null) return facts;
  const domain =
    isNumber(type) && isNumber(other) ? learnNumber(order, type.kind, other.bounds) : learnText(order, type, other);
  return domain === null ? facts : addDomain(facts, key, domain);
}

function learnNumber(order: Order, kind: 'int' | 'uint' | 'double', { min, max }: Bounds): Domain | null {
  if (order === '!=')
    return min === max && Number.isFinite(min) ? { kind: 'number', bounds: anyBounds, excluded: [min] } : null;
  const isWhole = kind !== 'double';
  const least =
    order === '>' ? raise(min, isWhole) : order === '>=' || order === '==' ? up(min, isWhole) : anyBounds.min;
  const most =
    order === '<' ? -raise(-max, isWhole) : order === '<=' || order === '==' ? -up(-max, isWhole) : anyBounds.max;
  if (least === anyBounds.min && most === anyBounds.max) return null;
  return { kind: 'number', bounds: { min: least, max: most }, excluded: [] };
}

function up(least: number, isWhole: boolean): number {
  return isWhole ? Math.ceil(least) : least;
}

/** The least number above another. */
function raise(least: number, isWhole: boolean): number {
  if (!Number.isFinite(least)) return least;
  if (isWhole) return Math.abs(least) < mostExact ? Math.floor(least) + 1 : least;
  return nextDouble(least);
}

const float = new Float64Array(1);
const bits = new BigInt64Array(float.buffer);

function nextDouble(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  float[0] = value;
  bits[0] = bits[0]! + (value > 0 ? 1n : -1n);
  return float[0];
}

function learnText(order: Order, type: Type, other: Type): Domain | null {
  if ((type.kind !== 'string' && type.kind !== 'dyn') || other.kind !== 'string' || other.values === null) return null;
  const { values } = other;
  if (order === '==') return values.length <= mostValues ? makeText({ values }) : null;
  return order === '!=' && values.length === 1 ? makeText({ excluded: values }) : null;
}

/** What is known where something is in a written list, or is not in it. */
export function learnElements(facts: Facts, { key, type }: Side, elements: readonly Type[], outcome: boolean): Facts {
  if (key === null || elements.length === 0) return facts;
  if (type.kind === 'string' || type.kind === 'dyn') {
    const values = elements.flatMap((element) =>
      element.kind === 'string' && element.values?.length === 1 ? element.values : [],
    );
    if (outcome && (values.length < elements.length || values.length > mostValues)) return facts;
    return addDomain(facts, key, makeText(outcome ? { values } : { excluded: values }));
  }
  const numbers = elements.flatMap((element) => (isNumber(element) ? [element.bounds] : []));
  if (!isNumber(type)) return facts;
  if (!outcome) {
    const excluded = numbers.flatMap(({ min, max }) => (min === max && Number.isFinite(min) ? [min] : []));
    return addDomain(facts, key, { kind: 'number', bounds: anyBounds, excluded });
  }
  if (numbers.length < elements.length) return facts;
  const bounds = { min: Math.min(...numbers.map(({ min }) => min)), max: Math.max(...numbers.map(({ max }) => max)) };
  return addDomain(facts, key, { kind: 'number', bounds, excluded: [] });
}
