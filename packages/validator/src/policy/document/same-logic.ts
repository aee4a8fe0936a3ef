import type { JsonValue } from '../../shape/json.ts';
import { canonicalizeJson } from '../../value-hash.ts';
import { lexExpression } from '../language/lex.ts';
import { SyntaxRefusal } from '../language/problem.ts';

/** True where a field of a rule's logic says the same in both: white space and comments in expressions, and the order of keys, say nothing. */
export function isSameLogic(left: JsonValue | undefined, right: JsonValue | undefined): boolean {
  if (left === undefined || right === undefined) return left === right;
  return writeLogic(left) === writeLogic(right);
}

function writeLogic(value: JsonValue): string {
  if (typeof value !== 'string') return canonicalizeJson(value);
  try {
    return JSON.stringify(lexExpression(value).map(({ text }) => text));
  } catch (error) {
    if (error instanceof SyntaxRefusal) return value;
    throw error;
  }
}
