import type { RuleBudget } from './budget.ts';
import { Failure } from './failure.ts';
import { Duration, Timestamp, Uint, type Value } from './value.ts';

export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%';

const leastInt = -(2n ** 63n);
const mostInt = 2n ** 63n - 1n;
const mostUint = 2n ** 64n - 1n;
const second = 1_000_000_000n;
/** 0001-01-01T00:00:00Z and the last nanosecond of the year 9999. */
export const firstMoment = -62_135_596_800n * second;
export const lastMoment = 253_402_300_800n * second - 1n;

/** `left operator right` where both are numbers, texts, lists, moments or lengths of time; null where there is no such operation. */
export function calculate(
  operator: ArithmeticOperator,
  left: Value,
  right: Value,
  budget: RuleBudget,
): Value | Failure | null {
  if (typeof left === 'bigint') return typeof right === 'bigint' ? fitInt(calculateWhole(operator, left, right)) : null;
  if (typeof left === 'number') return typeof right === 'number' ? calculateDouble(operator, left, right) : null;
  if (left instanceof Uint)
    return right instanceof Uint ? fitUint(calculateWhole(operator, left.value, right.value)) : null;
  if (operator === '+') {
    if (typeof left === 'string' && typeof right === 'string') {
      budget.spendText(left.length + right.length);
      return left + right;
    }
    if (Array.isArray(left) && Array.isArray(right)) {
      budget.spendElements(left.length + right.length);
      return [...left, ...right];
    }
  }
  return operator === '+' || operator === '-' ? calculateTime(operator, left, right) : null;
}

/** The number with the other sign; null where there is no such operation. */
export function negate(value: Value): Value | Failure | null {
  if (typeof value === 'bigint') return fitInt(-value);
  return typeof value === 'number' ? -value : null;
}

function calculateWhole(operator: ArithmeticOperator, left: bigint, right: bigint): bigint | Failure {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  if (right === 0n) return new Failure(operator === '/' ? 'division by zero' : 'remainder of a division by zero');
  return operator === '/' ? left / right : left % right;
}

function fitInt(result: bigint | Failure): bigint | Failure {
  if (result instanceof Failure) return result;
  return result < leastInt || result > mostInt ? new Failure('the result does not fit in an int of 64 bits') : result;
}

function fitUint(result: bigint | Failure): Uint | Failure {
  if (result instanceof Failure) return result;
  return result < 0n || result > mostUint
    ? new Failure('the result does not fit in an unsigned int of 64 bits')
    : new Uint(result);
}

function calculateDouble(operator: ArithmeticOperator, left: number, right: number): number | null {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return operator === '/' ? left / right : null;
}

function calculateTime(operator: '+' | '-', left: Value, right: Value): Value | Failure | null {
  const sign = operator === '+' ? 1n : -1n;
  if (left instanceof Timestamp && right instanceof Duration) return fitTimestamp(left.nanos + sign * right.nanos);
  if (left instanceof Duration && right instanceof Duration) return fitDuration(left.nanos + sign * right.nanos);
  if (operator === '+')
    return left instanceof Duration && right instanceof Timestamp ? fitTimestamp(left.nanos + right.nanos) : null;
  return left instanceof Timestamp && right instanceof Timestamp ? fitDuration(left.nanos - right.nanos) : null;
}

/** A moment of the years 1 to 9999. */
export function fitTimestamp(nanos: bigint): Timestamp | Failure {
  return nanos < firstMoment || nanos > lastMoment
    ? new Failure('the timestamp is not of the years 1 to 9999')
    : new Timestamp(nanos);
}

/** A length of time whose nanoseconds fit in 64 bits, some 292 years. */
export function fitDuration(nanos: bigint): Duration | Failure {
  return nanos < leastInt || nanos > mostInt
    ? new Failure('the duration is longer than 64 bits of nanoseconds')
    : new Duration(nanos);
}
