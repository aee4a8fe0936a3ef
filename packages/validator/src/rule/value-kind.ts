import type { JsonValue } from '../shape/json.ts';

/** What a program can hand over and JSON cannot hold. */
export type ForeignKind =
  | 'function'
  | 'symbol'
  | 'bigint'
  | 'undefined value'
  | 'number without a finite value'
  | 'accessor'
  | 'class instance'
  | 'reference to what holds it';

/** The kinds of value that messages about types speak of; `timestamp` and `JSON value` are only ever expected. */
export type ValueKind =
  | 'string'
  | 'integer'
  | 'number'
  | 'boolean'
  | 'list'
  | 'mapping'
  | 'null'
  | 'timestamp'
  | 'JSON value'
  | ForeignKind;

/** The kind of a value. */
export function kindOf(value: JsonValue): ValueKind {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object') return 'mapping';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value === 'string' ? 'string' : 'boolean';
}

/** A kind with its article, as messages name it. */
export function nameKind(kind: ValueKind): string {
  if (kind === 'null') return '`null`';
  return `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;
}
