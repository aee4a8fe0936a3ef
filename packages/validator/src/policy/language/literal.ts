import type { Expression, LiteralValue } from './tree.ts';
import { Uint, type Value } from './value.ts';

/** The value that a literal means; in a tree that was kept a number may stand as its text. */
export function readLiteral(literal: LiteralValue): Value {
  switch (literal.type) {
    case 'null':
      return null;
    case 'int':
      return BigInt(literal.value);
    case 'uint':
      return new Uint(BigInt(literal.value));
    case 'double':
      return Number(literal.value);
    default:
      return literal.value;
  }
}

/** The values of those nodes that are literals; undefined for the others. */
export function readLiterals(nodes: readonly Expression[]): (Value | undefined)[] {
  return nodes.map((node) => (node.kind === 'literal' ? readLiteral(node.literal) : undefined));
}
