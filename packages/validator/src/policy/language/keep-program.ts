import type { ProgramSource } from './compile.ts';
import type { Reading } from './reading.ts';
import { type Expression, listOperands } from './tree.ts';

/** What a program is made of, as JSON has it. */
export interface KeptProgram {
  /** The tree, with some numbers as text. */
  readonly tree: Expression;
  /** How names, members and elements are read, in the order of a walk. */
  readonly readings: readonly Reading[];
}

/** Makes plain data of what a program is made of. */
export function keepProgram({ tree, readingOf }: ProgramSource): KeptProgram {
  const readings: Reading[] = [];
  const visit = (node: Expression): void => {
    if (isRead(node)) readings.push(readingOf(node));
    for (const operand of listOperands(node)) visit(operand);
  };
  visit(tree);
  const text = JSON.stringify(tree, (_, value: unknown) => writeForeign(value) ?? value);
  return { tree: JSON.parse(text) as Expression, readings };
}

/** Makes what `keepProgram` was given of what it made, which is used up. */
export function recallProgram({ tree, readings }: KeptProgram): ProgramSource {
  const known = new Map<Expression, Reading>();
  let next = 0;
  const visit = (node: Expression): void => {
    if (isRead(node)) known.set(node, readings[next++] ?? 'any');
    else if (node.kind === 'literal') recallNumber(node.literal);
    for (const operand of listOperands(node)) visit(operand);
  };
  visit(tree);
  return { tree, readingOf: (node) => known.get(node) ?? 'any' };
}

/** JSON has no integers of 64 bits, no infinities and no negative zero; undefined for what it has. */
function writeForeign(value: unknown): string | undefined {
  if (typeof value === 'bigint') return String(value);
  if (Object.is(value, -0)) return '-0';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : undefined;
}

function recallNumber(literal: { readonly type: string; value?: unknown }): void {
  if (literal.type === 'int' || literal.type === 'uint') literal.value = BigInt(String(literal.value));
  else if (literal.type === 'double') literal.value = Number(literal.value);
}

function isRead({ kind }: Expression): boolean {
  return kind === 'name' || kind === 'select' || kind === 'index';
}
