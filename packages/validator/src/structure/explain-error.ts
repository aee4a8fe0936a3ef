import { findNearNames } from '../diagnostic/near-names.ts';
import { appendToken, parsePointer } from '../diagnostic/pointer.ts';
import type { Part } from '../rule/hit.ts';
import { kindOf } from '../rule/value-kind.ts';
import type { LengthFacts } from '../rules/shape/length.ts';
import type { StructureError } from '../shape/api.ts';
import { isObject, type JsonValue, ownValue } from '../shape/json.ts';
import { findMisfit } from '../shape/pattern/find-misfit.ts';
import type { ShapeTable } from '../shape/shape-table.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import { countCodePoints } from './code-points.ts';
import { boundsAt, followTokens, kindOfShape, patternAt, type ShapePlace } from './shape-place.ts';
import { makeHit, type StructureHit } from './structure-hit.ts';

/** What an error of Ajv means in the words of the model: never null, so that a refusal is never silent. */
export function explainError(
  error: StructureError,
  table: ShapeTable,
  root: ShapePlace,
  input: JsonValue,
): StructureHit {
  const tokens = parsePointer(error.instancePath);
  const place = followTokens(table, root, tokens);
  const value = valueAtTokens(input, tokens);
  if (error.keyword === 'propertyNames' || error.propertyName !== undefined)
    return explainKeyOfMap(error, table, place);
  return explainAt(error, place, value);
}

function explainAt(error: StructureError, place: ShapePlace | null, value: JsonValue): StructureHit {
  const pointer = error.instancePath;
  if (place === null) return explainMisfit(pointer, place, value);
  // Whatever a schema says of a union comes to the same: not exactly one member.
  if (place.shape.type === 'union' && isObject(value)) return explainUnion(pointer, place, value);
  switch (error.keyword) {
    case 'required':
      return explainMissing(pointer, String(error.params.missingProperty));
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return explainUnknown(pointer, String(error.params.additionalProperty ?? error.params.unevaluatedProperty));
    case 'minLength':
    case 'maxLength':
    case 'minItems':
    case 'maxItems':
    case 'minProperties':
    case 'maxProperties':
      return explainLength(pointer, place, value, error) ?? explainMisfit(pointer, place, value);
    case 'pattern':
      if (typeof value === 'string') return explainPattern(pointer, place, value, 'value', error.params.pattern);
      break;
    case 'enum':
    case 'const':
      return explainEnum(pointer, place, value) ?? explainMisfit(pointer, place, value);
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      if (typeof value === 'number') return explainRange(pointer, place, value, error);
      break;
    case 'uniqueItems':
      return explainRepeated(pointer, Number(error.params.i), Number(error.params.j));
  }
  return explainMisfit(pointer, place, value);
}

function explainUnion(pointer: string, { shape }: ShapePlace, value: JsonValue): StructureHit {
  const allowed = shape.type === 'union' ? Object.keys(shape.members) : [];
  const found = isObject(value) ? allowed.filter((name) => Object.hasOwn(value, name)) : [];
  return makeHit('shape/union', pointer, { found, allowed });
}

function explainMissing(parent: string, member: string): StructureHit {
  return makeHit('shape/required', appendToken(parent, member), { member, parent }, { part: 'parent' });
}

function explainUnknown(parent: string, member: string): StructureHit {
  const facts = { member, parent, near: [], reason: 'unknown' } as const;
  return makeHit('shape/unknown-member', appendToken(parent, member), facts, { part: 'key' });
}

function explainLength(
  pointer: string,
  place: ShapePlace,
  value: JsonValue,
  error: StructureError,
): StructureHit | undefined {
  const size = measure(value);
  if (size === undefined) return undefined;
  const bounds = boundsAt(place, 'length');
  const limit = Number(error.params.limit);
  // A bound that the table does not hold is the schema's own.
  if (error.keyword.startsWith('min')) bounds.min ??= limit;
  else bounds.max ??= limit;
  return makeHit('shape/length', pointer, { ...size, ...bounds });
}

function measure(value: JsonValue): Pick<LengthFacts, 'unit' | 'length'> | undefined {
  if (typeof value === 'string') return { unit: 'characters', length: countCodePoints(value) };
  if (Array.isArray(value)) return { unit: 'elements', length: value.length };
  return isObject(value) ? { unit: 'entries', length: Object.keys(value).length } : undefined;
}

/** A string that its pattern refuses; the schema's own pattern is quoted where the table holds none. */
export function explainPattern(
  pointer: string,
  place: ShapePlace,
  value: string,
  part: Part,
  schemaPattern: unknown,
): StructureHit {
  const pattern = patternAt(place)?.pattern ?? String(schemaPattern);
  const misfit = findMisfit(pattern, value);
  const facts =
    misfit === null ? { value, pattern } : { value, pattern, character: misfit.character, index: misfit.index };
  return makeHit('shape/pattern', pointer, facts, { part });
}

function explainEnum(pointer: string, { shape }: ShapePlace, value: JsonValue): StructureHit | undefined {
  if (shape.type !== 'enum' && shape.type !== 'intEnum') return undefined;
  const allowed = shape.values.map(String);
  if (shape.type === 'intEnum')
    return typeof value === 'number' ? makeHit('shape/enum', pointer, { value, allowed, near: [] }) : undefined;
  if (typeof value !== 'string') return undefined;
  const near = findNearNames(value, allowed);
  const [only] = near;
  if (only === undefined || near.length > 1) return makeHit('shape/enum', pointer, { value, allowed, near });
  const fix = { title: `write \`${only}\``, kind: 'replace', pointer, value: only } as const;
  return makeHit('shape/enum', pointer, { value, allowed, near }, { fix });
}

function explainRange(pointer: string, place: ShapePlace, value: number, error: StructureError): StructureHit {
  const bounds = boundsAt(place, 'range');
  const limit = Number(error.params.limit);
  if (error.keyword.toLowerCase().includes('min')) bounds.min ??= limit;
  else bounds.max ??= limit;
  return makeHit('shape/range', pointer, { value, ...bounds });
}

/** Two equal elements; the finding stands at the later one. */
export function explainRepeated(pointer: string, one: number, other: number): StructureHit {
  const first = Math.min(one, other);
  const index = Math.max(one, other);
  const related = [{ pointer: appendToken(pointer, first), message: 'the first one' }];
  const at = appendToken(pointer, index);
  const fix = { title: 'take the second one away', kind: 'remove', pointer: at } as const;
  return makeHit('shape/unique-items', at, { index, first }, { related, fix });
}

/** Wrong in its type, or for a reason that no other rule has words for. */
function explainMisfit(pointer: string, place: ShapePlace | null, value: JsonValue): StructureHit {
  const found = kindOf(value);
  const expected = (place === null ? null : kindOfShape(place.shape)) ?? 'mapping';
  if (typeof value === 'object') {
    // Without a required member the request is no better.
    if (value !== null || pointer === '' || place?.member?.required === true)
      return makeHit('shape/type', pointer, { expected, found });
    const fix = { title: 'leave it out', kind: 'remove', pointer } as const;
    return makeHit('shape/type', pointer, { expected, found }, { fix });
  }
  const text = String(value);
  if (expected !== 'string' || typeof value === 'string')
    return makeHit('shape/type', pointer, { expected, found, text });
  const fix = { title: 'put it in quotes', kind: 'quote', pointer } as const;
  return makeHit('shape/type', pointer, { expected, found, text }, { fix });
}

/** A map's key that its own shape refuses. */
function explainKeyOfMap(error: StructureError, table: ShapeTable, map: ShapePlace | null): StructureHit {
  const key = String(error.propertyName ?? error.params.propertyName);
  const pointer = appendToken(error.instancePath, key);
  const member = map?.shape.type === 'map' ? map.shape.key : undefined;
  const shape = member === undefined ? undefined : ownValue(table.shapes, member.target);
  if (member === undefined || shape === undefined) return explainUnknown(error.instancePath, key);
  const place = { shape, member };
  if (error.keyword === 'enum') {
    const hit = explainEnum(pointer, place, key);
    if (hit?.rule === 'shape/enum') return makeHit('shape/enum', pointer, hit.facts, { part: 'key' });
  }
  if (error.keyword === 'minLength' || error.keyword === 'maxLength') {
    const hit = explainLength(pointer, place, key, error);
    if (hit?.rule === 'shape/length') return makeHit('shape/length', pointer, hit.facts, { part: 'key' });
  }
  return explainPattern(pointer, place, key, 'key', error.params.pattern ?? '');
}
