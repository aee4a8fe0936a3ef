import { findRule } from '../../check/rule-book.ts';
import { wordRule } from '../../check/word-rule.ts';
import { lastToken, parsePointer } from '../../diagnostic/pointer.ts';
import { isObject, type JsonValue } from '../../shape/json.ts';
import { valueAtTokens } from '../../shape/value-at-tokens.ts';
import type { StructureHit } from '../../structure/structure-hit.ts';

/** Why the model refuses a test's request, and where in what the test states. */
export interface ModelRefusal {
  readonly pointer: string;
  readonly message: string;
}

/**
 * The first thing that a test states and the model never takes; null where there is none. A member that a test leaves out
 * is none, and neither is what the request around it has.
 * @param written what the test states
 * @param hits what the model refuses of the whole request
 * @param around what it refuses of the request that the test is merged over
 */
export function findModelRefusal(
  written: JsonValue,
  hits: readonly StructureHit[],
  around: readonly StructureHit[],
): ModelRefusal | null {
  for (const { rule, pointer, facts } of hits) {
    if (rule === 'shape/required' && !isTakenOut(written, pointer)) continue;
    if (around.some((other) => other.rule === rule && other.pointer === pointer)) continue;
    const declared = findRule(rule);
    if (declared !== undefined) return { pointer, message: wordRule(declared, facts).message };
  }
  return null;
}

function isTakenOut(written: JsonValue, pointer: string): boolean {
  const holder = valueAtTokens(written, parsePointer(pointer).slice(0, -1));
  return isObject(holder) && Object.hasOwn(holder, lastToken(pointer));
}
