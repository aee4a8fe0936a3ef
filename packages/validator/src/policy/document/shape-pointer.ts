import { findNearNames } from '../../diagnostic/near-names.ts';
import { parsePointer } from '../../diagnostic/pointer.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { ShapeTable } from '../../shape/shape-table.ts';
import { boundsAt, enterMember, findInputPlace, findMember, type ShapePlace } from '../../structure/shape-place.ts';
import type { Span } from './policy-place.ts';

/** Where a pointer leads in the shapes of an operation's input, or why it leads nowhere. */
export type ShapeWalk =
  | { readonly place: ShapePlace; readonly fault: null }
  | { readonly place: null; readonly fault: PointerFault };

export interface PointerFault {
  readonly message: string;
  readonly help: string;
  /** The part of the pointer that is wrong. */
  readonly span: Span;
}

/** Follows a pointer from an operation's input. */
export function walkInput(table: ShapeTable, operation: string, pointer: string): ShapeWalk {
  const root = findInputPlace(table, operation);
  if (root === null) throw new Error(`no operation ${operation}`);
  return walkShape(table, root, pointer);
}

/** Follows a pointer from a shape. */
export function walkShape(table: ShapeTable, from: ShapePlace, pointer: string): ShapeWalk {
  let place = from;
  let start = 0;
  const written = pointer.split('/').slice(1);
  for (const [index, token] of parsePointer(pointer).entries()) {
    const length = written[index]?.length ?? 0;
    const span = { start: start + 1, end: start + 1 + length };
    start += 1 + length;
    const { shape } = place;
    if (shape.type === 'list' && !/^(?:0|[1-9]\d*)$/.test(token))
      return { place: null, fault: { message: `${quoteValue(token)} is no index of a list`, help: '', span } };
    const { max = Number.POSITIVE_INFINITY } = boundsAt(place, 'length');
    if (shape.type === 'list' && Number(token) >= max) {
      const message = `${quoteValue(token)} is no index of a list of at most ${max} elements`;
      return { place: null, fault: { message, help: 'the first is `0`', span } };
    }
    const member = findMember(shape, token);
    const next = member === null ? null : enterMember(table, member);
    if (next === null) {
      const known = shape.type === 'structure' || shape.type === 'union' ? Object.keys(shape.members) : [];
      const near = findNearNames(token, known)[0];
      const help =
        near !== undefined ? `did you mean \`${near}\`?` : known.length === 0 ? '' : `it has ${joinNames(known)}`;
      const holder = place.member?.target ?? 'the input';
      const message =
        known.length === 0
          ? `a ${shape.type} has no members, found ${quoteValue(token)}`
          : `unknown member ${quoteValue(token)} of ${holder === 'the input' ? holder : `\`${holder}\``}`;
      return { place: null, fault: { message, help, span } };
    }
    place = next;
  }
  return { place, fault: null };
}

/** Whether the model requires what a pointer leads to, and all on the way there. */
export function isAlwaysThere(table: ShapeTable, operation: string, pointer: string): boolean {
  let place = findInputPlace(table, operation);
  for (const token of parsePointer(pointer)) {
    const member = place?.shape.type === 'structure' ? findMember(place.shape, token) : null;
    if (member?.required !== true) return false;
    place = enterMember(table, member);
  }
  return true;
}
