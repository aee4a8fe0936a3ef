import type { JsonObject, JsonValue, ShapeTable } from '@shapegate/validator/leaves';
import { isObject } from '@shapegate/validator/leaves';
import { modeledError } from '../error.ts';

/** What a list is sorted by; the sequence parts items of the same moment. */
export interface Listed {
  readonly sequence: number;
  readonly time: number;
}

const defaultPageSize = 100;

/** Whether a name holds what `nameContains` asks for. */
export function selectByName(input: JsonObject, name: string): boolean {
  return typeof input.nameContains !== 'string' || name.includes(input.nameContains);
}

/** Whether a moment is strictly after `creationTimeAfter` and strictly before `creationTimeBefore`. */
export function selectByTime(input: JsonObject, time: number): boolean {
  const after = timeOf(input.creationTimeAfter);
  const before = timeOf(input.creationTimeBefore);
  return (after === null || time > after) && (before === null || time < before);
}

function timeOf(value: JsonValue | undefined): number | null {
  return typeof value === 'string' ? Date.parse(value) : null;
}

/**
 * Sorts and cuts out a page: the newest first unless `sortOrder` says Ascending, 100 items unless `maxResults` says how
 * many. The token says after which item to go on, so items that come meanwhile neither repeat nor hide others.
 */
export function cutPage<Item extends Listed>(
  table: ShapeTable,
  input: JsonObject,
  items: readonly Item[],
): { readonly items: readonly Item[]; readonly nextToken: string | null } {
  const direction = input.sortOrder === 'Ascending' ? 1 : -1;
  const compare = (one: Listed, other: Listed) => direction * (one.time - other.time || one.sequence - other.sequence);
  const sorted = [...items].sort(compare);
  const last = input.nextToken === undefined ? null : readToken(table, input.nextToken, direction);
  const rest = last === null ? sorted : sorted.filter((item) => compare(item, last) > 0);
  const size = typeof input.maxResults === 'number' ? input.maxResults : defaultPageSize;
  const page = rest.slice(0, size);
  const end = page.at(-1);
  return { items: page, nextToken: end !== undefined && rest.length > size ? writeToken(end, direction) : null };
}

function writeToken({ time, sequence }: Listed, direction: number): string {
  return Buffer.from(JSON.stringify({ time, sequence, direction })).toString('base64url');
}

function readToken(table: ShapeTable, token: JsonValue, direction: number): Listed {
  try {
    const value: JsonValue = JSON.parse(Buffer.from(String(token), 'base64url').toString());
    if (
      isObject(value) &&
      typeof value.time === 'number' &&
      typeof value.sequence === 'number' &&
      value.direction === direction
    )
      return { time: value.time, sequence: value.sequence };
  } catch {
    // Not one of ours: told below.
  }
  throw modeledError(table, 'ValidationException', 'The provided next token is not valid.');
}
