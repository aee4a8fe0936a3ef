import { lexExpression } from './lex.ts';
import { mostSourceBytes } from './limits.ts';
import { Parser } from './parser.ts';
import { type Problem, SyntaxRefusal } from './problem.ts';
import type { Expression } from './tree.ts';

/** A parsed expression: a tree, or the one mistake at which the parse ended. */
export type Parsed =
  | { readonly tree: Expression; readonly problems: readonly [] }
  | { readonly tree: null; readonly problems: readonly [Problem] };

/** Parses an expression of the policy language. It never throws; the bounds are 16 KiB of source, 4,096 nodes and a depth of 64. */
export function parseExpression(source: string): Parsed {
  try {
    if (countBytes(source) > mostSourceBytes)
      throw new SyntaxRefusal(
        'limit',
        0,
        source.length,
        'the expression is longer than 16 KiB',
        'split the rule into several',
      );
    return { tree: new Parser(lexExpression(source)).parseAll(), problems: [] };
  } catch (error) {
    if (error instanceof SyntaxRefusal) return { tree: null, problems: [error.problem] };
    throw error;
  }
}

/** The length in UTF-8, counted no further than needed. */
function countBytes(source: string): number {
  // A UTF-16 unit is three bytes at the most.
  if (source.length > mostSourceBytes || 3 * source.length <= mostSourceBytes) return source.length;
  let bytes = 0;
  for (const char of source) {
    const codePoint = char.codePointAt(0)!;
    bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
  }
  return bytes;
}
