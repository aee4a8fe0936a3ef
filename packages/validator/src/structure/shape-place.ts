import type { ValueKind } from '../rule/value-kind.ts';
import { type JsonValue, ownValue } from '../shape/json.ts';
import type { MemberEntry, PatternEntry, ShapeEntry, ShapeTable } from '../shape/shape-table.ts';

/** A shape where the input uses it; traits of the member win over those of the shape. */
export interface ShapePlace {
  readonly shape: ShapeEntry;
  readonly member: MemberEntry | null;
}

/** The shape of an operation's whole input; null for an unknown operation. */
export function findInputPlace(table: ShapeTable, operation: string): ShapePlace | null {
  const entry = ownValue(table.operations, operation);
  const shape = entry === undefined ? undefined : ownValue(table.shapes, entry.input);
  return shape === undefined ? null : { shape, member: null };
}

/** The member that a reference token leads to: a structure's by name, a list's for an index, a map's for any key. */
export function findMember(shape: ShapeEntry, token: string): MemberEntry | null {
  if (shape.type === 'structure' || shape.type === 'union') return ownValue(shape.members, token) ?? null;
  if (shape.type === 'list') return shape.member;
  return shape.type === 'map' ? shape.value : null;
}

/** The shape that a member targets, at that member. */
export function enterMember(table: ShapeTable, member: MemberEntry): ShapePlace | null {
  const shape = ownValue(table.shapes, member.target);
  return shape === undefined ? null : { shape, member };
}

/** Follows reference tokens from a shape; null where they leave what the table describes. */
export function followTokens(table: ShapeTable, from: ShapePlace, tokens: readonly string[]): ShapePlace | null {
  let place: ShapePlace | null = from;
  for (const token of tokens) {
    const member: MemberEntry | null = place === null ? null : findMember(place.shape, token);
    place = member === null ? null : enterMember(table, member);
  }
  return place;
}

/** The value of a trait that holds at a place. */
export function traitAt(place: ShapePlace, id: string): JsonValue | undefined {
  const own = place.member?.traits;
  const value = own === undefined ? undefined : ownValue(own, id);
  if (value !== undefined) return value;
  return place.shape.traits === undefined ? undefined : ownValue(place.shape.traits, id);
}

/** The pattern that holds at a place. */
export function patternAt(place: ShapePlace): PatternEntry | undefined {
  return traitAt(place, 'pattern') as PatternEntry | undefined;
}

/** The bounds that `length` or `range` states at a place; what is open is absent. */
export function boundsAt(place: ShapePlace, id: 'length' | 'range'): { min?: number; max?: number } {
  const trait = traitAt(place, id);
  const bounds: { min?: number; max?: number } = {};
  if (typeof trait !== 'object' || trait === null || Array.isArray(trait)) return bounds;
  const { min, max } = trait as { readonly min?: JsonValue; readonly max?: JsonValue };
  if (typeof min === 'number') bounds.min = min;
  if (typeof max === 'number') bounds.max = max;
  return bounds;
}

const kinds: Readonly<Record<ShapeEntry['type'], ValueKind | null>> = {
  string: 'string',
  enum: 'string',
  blob: 'string',
  timestamp: 'timestamp',
  boolean: 'boolean',
  byte: 'integer',
  short: 'integer',
  integer: 'integer',
  long: 'integer',
  intEnum: 'integer',
  bigInteger: 'integer',
  float: 'number',
  double: 'number',
  bigDecimal: 'number',
  list: 'list',
  map: 'mapping',
  structure: 'mapping',
  union: 'mapping',
  document: null,
};

/** The kind of value that a shape takes; null where it takes any. */
export function kindOfShape(shape: ShapeEntry): ValueKind | null {
  return kinds[shape.type];
}
