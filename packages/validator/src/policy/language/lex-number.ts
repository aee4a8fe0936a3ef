import { SyntaxRefusal } from './problem.ts';
import type { Token } from './token.ts';

const doubleRun = /\d*\.\d+(?:[eE][+-]?\d+)?|\d+[eE][+-]?\d+/y;
const wholeRun = /(0[xX][0-9a-fA-F]+|\d+)([uU])?/y;
const nameChar = /[A-Za-z_0-9]/;

const mostUint = 2n ** 64n - 1n;
/** One more than the greatest int: a minus sign may stand before it. */
const mostWhole = 2n ** 63n;

/** Reads a number: `7`, `0x1F`, `7u`, `0.5`, `1e3`. A sign before it is not part of it. */
export function readNumber(source: string, start: number): Token {
  doubleRun.lastIndex = start;
  const double = doubleRun.exec(source);
  if (double !== null) {
    const end = start + double[0].length;
    refuseRest(source, start, end);
    return { kind: 'literal', literal: { type: 'double', value: Number(double[0]) }, text: double[0], start, end };
  }
  wholeRun.lastIndex = start;
  const whole = wholeRun.exec(source)!;
  const end = start + whole[0].length;
  refuseRest(source, start, end);
  const type = whole[2] === undefined ? 'int' : 'uint';
  const digits = whole[1]!;
  const value = digits.length > 100 ? mostUint + 1n : BigInt(digits);
  if (value > (type === 'uint' ? mostUint : mostWhole))
    throw new SyntaxRefusal('syntax', start, end, 'the number does not fit in 64 bits');
  return { kind: 'literal', literal: { type, value }, text: whole[0], start, end };
}

function refuseRest(source: string, start: number, end: number): void {
  if (end < source.length && nameChar.test(source[end]!))
    throw new SyntaxRefusal('syntax', start, end + 1, `\`${source[end]}\` may not follow a number`);
}
