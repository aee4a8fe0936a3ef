import type { Expression, LiteralValue } from './tree.ts';
import { Uint, type Value } from './value.ts';

/** The value that a literal means. */
export function readLiteral(literal: LiteralValue): Value {
  if (literal.type === 'null') return null;
  return literal.type === 'uint' ? new Uint(literal.value) : literal.value;
}

/** The values of those nodes that are literals; undefined for the others. */
export function readLiterals(nodes: readonly Expression[]): (Value | undefined)[] {
  return nodes.map((node) => (node.kind === 'literal' ? readLiteral(node.literal) : undefined));
}
