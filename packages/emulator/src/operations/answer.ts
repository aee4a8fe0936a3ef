import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';

/** The members that are there: the protocol leaves out what has no value. */
export function omitNull(members: Readonly<Record<string, JsonValue>>): JsonObject {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null));
}

/** A moment in milliseconds since 1970, as the model's `date-time` timestamps are written. */
export function toTimestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
