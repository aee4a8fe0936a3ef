import type { Node } from '../syntax/node.ts';

/**
 * A number as its text has it, of any size and precision: `0.digits` times ten to the `point`. A double would take
 * 9223372036854775807 for the number after it.
 */
export interface Decimal {
  readonly sign: -1 | 0 | 1;
  /** Without zeros at either end; empty for zero. */
  readonly digits: string;
  readonly point: number;
  readonly text: string;
}

const form = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/** Reads a number in JSON's notation; null for every other text. */
export function parseDecimal(text: string): Decimal | null {
  const [, minus, whole, fraction = '', exponent = '0'] = form.exec(text) ?? [];
  if (whole === undefined) return null;
  const all = whole + fraction;
  let start = 0;
  let end = all.length;
  while (start < end && all[start] === '0') start++;
  // A regular expression would look at each run of zeros again from each of its zeros.
  while (end > start && all[end - 1] === '0') end--;
  if (start === end) return { sign: 0, digits: '', point: 0, text };
  const point = whole.length - start + Number(exponent);
  return { sign: minus === '-' ? -1 : 1, digits: all.slice(start, end), point, text };
}

/** The number that a node is; null for a node of another kind. */
export function readDecimal(node: Node | undefined): Decimal | null {
  return node?.kind === 'number' ? parseDecimal(node.text) : null;
}

/** Below zero, zero or above it, as `a` is less than `b`, equal or greater. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  if (a.sign !== b.sign || a.sign === 0) return a.sign - b.sign;
  if (a.point !== b.point) return a.sign * (a.point - b.point);
  return a.digits === b.digits ? 0 : a.sign * (a.digits < b.digits ? -1 : 1);
}

/** True for a number without a fraction. */
export function isWhole({ digits, point }: Decimal): boolean {
  return digits.length <= point || digits === '';
}
