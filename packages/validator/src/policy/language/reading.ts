import type { Type } from './type.ts';

/** How a value of the input becomes one of the language. Plain data, so that it can be kept; `any` leaves it as JSON has it. */
export type Reading =
  | 'any'
  | 'int'
  | 'double'
  | 'timestamp'
  | 'string'
  | 'bool'
  | 'mapping'
  | { readonly list: Reading }
  | { readonly nullable: Reading };

/** How values of a type are read. Numbers are ints where the model says so, doubles elsewhere; mappings stay as they are. */
export function readingOf(type: Type): Reading {
  switch (type.kind) {
    case 'int':
    case 'double':
    case 'timestamp':
    case 'string':
    case 'bool':
      return type.kind;
    case 'blob':
      return 'string';
    case 'record':
    case 'map':
      return 'mapping';
    case 'list':
      return { list: changesValues(type.element) ? readingOf(type.element) : 'any' };
    case 'nullable':
      return { nullable: readingOf(type.of) };
    default:
      return 'any';
  }
}

function changesValues(type: Type): boolean {
  if (type.kind === 'nullable') return changesValues(type.of);
  return (
    type.kind === 'int' ||
    type.kind === 'timestamp' ||
    type.kind === 'double' ||
    (type.kind === 'list' && changesValues(type.element))
  );
}
