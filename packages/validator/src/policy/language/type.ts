/** Inclusive bounds of a number, or of a size; open ends are infinite. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** What the checker knows of an expression's value before it is evaluated. */
export type Type =
  | { readonly kind: 'dyn' }
  | { readonly kind: 'null' }
  | { readonly kind: 'bool' }
  | { readonly kind: 'int' | 'uint' | 'double'; readonly bounds: Bounds; readonly values: readonly number[] | null }
  | StringType
  | { readonly kind: 'timestamp' }
  | { readonly kind: 'duration' }
  /** Base64 text of a blob: it can be compared, and nothing else. */
  | { readonly kind: 'blob' }
  | ListType
  | MapType
  | RecordType
  /** An element of a sparse list or map: `null` until a comparison says otherwise. */
  | { readonly kind: 'nullable'; readonly of: Type };

export interface StringType {
  readonly kind: 'string';
  /** In code points. */
  readonly size: Bounds;
  /** All the values there can be; null where they are not known. */
  readonly values: readonly string[] | null;
  /** A pattern of the model that every value matches. */
  readonly pattern: ModelPattern | null;
}

export interface ModelPattern {
  readonly source: string;
  /** Whether the pattern is found in a text; true where it cannot be told. */
  test(text: string): boolean;
}

export interface ListType {
  readonly kind: 'list';
  readonly element: Type;
  readonly size: Bounds;
}

export interface MapType {
  readonly kind: 'map';
  readonly key: Type;
  readonly value: Type;
  readonly size: Bounds;
  /** True for a map of the input, whose keys must be looked for with `in` before they are read. */
  readonly open: boolean;
  /** Keys that a filter has found to be there, and what it found of their values. */
  readonly present: ReadonlySet<string>;
}

/** A structure or union of the model, or one that the language itself makes (`arn(x)`). */
export interface RecordType {
  readonly kind: 'record';
  /** The shape's name. */
  readonly name: string;
  /** Sorted. */
  readonly names: readonly string[];
  find(member: string): RecordMember | null;
  /** Optional members that a filter has found to be there, and what it found of them: `.geo`, `.geo.lat`. */
  readonly present: ReadonlySet<string>;
}

export interface RecordMember {
  readonly type: Type;
  readonly required: boolean;
  /** May be missing without being optional: it needs no guard and may be asked for. */
  readonly mayBeUnknown?: true;
}

export const anyBounds: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
export const anySize: Bounds = { min: 0, max: Number.POSITIVE_INFINITY };

export const dynType: Type = { kind: 'dyn' };
export const nullType: Type = { kind: 'null' };
export const boolType: Type = { kind: 'bool' };
export const intType: Type = { kind: 'int', bounds: anyBounds, values: null };
export const uintType: Type = { kind: 'uint', bounds: { min: 0, max: Number.POSITIVE_INFINITY }, values: null };
export const doubleType: Type = { kind: 'double', bounds: anyBounds, values: null };
export const stringType: StringType = { kind: 'string', size: anySize, values: null, pattern: null };
export const timestampType: Type = { kind: 'timestamp' };
export const durationType: Type = { kind: 'duration' };
export const blobType: Type = { kind: 'blob' };

export function listType(element: Type, size: Bounds = anySize): ListType {
  return { kind: 'list', element, size };
}

export function mapType(key: Type, value: Type, size: Bounds = anySize, open = false): MapType {
  return { kind: 'map', key, value, size, open, present: new Set() };
}

/** A record whose members are all known at once. */
export function recordType(name: string, members: Readonly<Record<string, RecordMember>>): RecordType {
  const known = new Map(Object.entries(members));
  return {
    kind: 'record',
    name,
    names: [...known.keys()].sort(),
    find: (member) => known.get(member) ?? null,
    present: new Set(),
  };
}

export function isNumber(type: Type): type is Extract<Type, { kind: 'int' | 'uint' | 'double' }> {
  return type.kind === 'int' || type.kind === 'uint' || type.kind === 'double';
}

/** A type as messages name it. */
export function nameType(type: Type): string {
  if (type.kind === 'list') return type.element.kind === 'dyn' ? 'list' : `list of ${nameType(type.element)}`;
  if (type.kind === 'map')
    return type.key.kind === 'dyn' ? 'map' : `map of ${nameType(type.key)} to ${nameType(type.value)}`;
  if (type.kind === 'record') return type.name;
  if (type.kind === 'nullable') return `${nameType(type.of)} or null`;
  return type.kind === 'dyn' ? 'any value' : type.kind;
}
