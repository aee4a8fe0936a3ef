import { wordRule } from '../../check/word-rule.ts';
import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { kindOf } from '../../rule/value-kind.ts';
import { rule as lengthRule } from '../../rules/shape/length.ts';
import { rule as patternRule } from '../../rules/shape/pattern.ts';
import { rule as rangeRule } from '../../rules/shape/range.ts';
import { rule as typeRule } from '../../rules/shape/type.ts';
import type { JsonValue } from '../../shape/json.ts';
import { countCodePoints } from '../../structure/code-points.ts';
import { boundsAt, kindOfShape, patternAt, type ShapePlace } from '../../structure/shape-place.ts';
import { compileModelPattern } from './model-pattern.ts';

/** Why a value is never at a place, in the words that a spec with it would hear. */
export interface ValueFault {
  readonly message: string;
  readonly help: string;
}

/** Why the model never takes a value at a place; null where it may. What has more than one spelling, such as a timestamp, is not judged. */
export function findValueFault(place: ShapePlace, value: Exclude<JsonValue, object>): ValueFault | null {
  const { shape } = place;
  if (shape.type === 'enum' || shape.type === 'intEnum') return findStranger(shape.values, value);
  const expected = kindOfShape(shape);
  if (expected === null || expected === 'timestamp' || shape.type === 'blob') return null;
  if (!isOfKind(expected, shape.type, value))
    return wordRule(typeRule, { expected, found: kindOf(value), text: String(value) });
  if (typeof value === 'string') return findTextFault(place, value);
  return typeof value === 'number' ? findNumberFault(place, value) : null;
}

function findStranger(known: readonly (string | number)[], value: Exclude<JsonValue, object>): ValueFault | null {
  if (known.some((each) => each === value)) return null;
  const names = known.map(String);
  const near = names.includes(String(value)) ? undefined : findNearNames(String(value), names)[0];
  const help = near === undefined ? `there are ${joinNames(names)}` : `did you mean \`${near}\`?`;
  return { message: `${quoteValue(value)} can never be there`, help };
}

/** Numbers beyond those of JSON, and those of any length, may be written as texts. */
const wideTypes: readonly string[] = ['float', 'double', 'bigInteger', 'bigDecimal'];

function isOfKind(expected: string, type: ShapePlace['shape']['type'], value: Exclude<JsonValue, object>): boolean {
  const found = kindOf(value);
  if (found === expected || (expected === 'number' && found === 'integer')) return true;
  return typeof value === 'string' && wideTypes.includes(type) && /^-?(?:NaN|Infinity|\d[\d.eE+-]*)$/.test(value);
}

function findTextFault(place: ShapePlace, value: string): ValueFault | null {
  const bounds = boundsAt(place, 'length');
  const length = countCodePoints(value);
  if (!isWithin(length, bounds)) {
    const { message, help } = wordRule(lengthRule, { unit: 'characters', length, ...bounds });
    return { message: `${quoteValue(value)} has ${message}`, help };
  }
  const pattern = patternAt(place);
  const isMatch = pattern === undefined || (compileModelPattern(pattern)?.test(value) ?? true);
  return isMatch ? null : wordRule(patternRule, { value, pattern: pattern.pattern });
}

function findNumberFault(place: ShapePlace, value: number): ValueFault | null {
  const bounds = boundsAt(place, 'range');
  return isWithin(value, bounds) ? null : wordRule(rangeRule, { value, ...bounds });
}

function isWithin(value: number, { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }): boolean {
  return value >= min && value <= max;
}
