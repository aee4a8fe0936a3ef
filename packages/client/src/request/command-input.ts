import type { JsonValue, MemberEntry, ShapeTable } from '@shapegate/validator/leaves';
import { isObject, ownValue } from '@shapegate/validator/leaves';

const specialNumbers: Readonly<Record<string, number>> = {
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  '-Infinity': Number.NEGATIVE_INFINITY,
};

/**
 * Turns a checked value, as JSON writes it, into what a command takes: timestamps become `Date`, blobs `Uint8Array`.
 * The value fits its shape already; what a shape does not know is handed on as it is.
 */
export function toCommandInput(table: ShapeTable, member: MemberEntry, value: JsonValue): unknown {
  const shape = ownValue(table.shapes, member.target);
  if (shape === undefined || value === null) return value;
  switch (shape.type) {
    case 'structure':
    case 'union': {
      if (!isObject(value)) return value;
      return mapObject(value, (item, name) => {
        const next = ownValue(shape.members, name);
        return next === undefined ? item : toCommandInput(table, next, item);
      });
    }
    case 'list':
      return Array.isArray(value) ? value.map((item: JsonValue) => toCommandInput(table, shape.member, item)) : value;
    case 'map':
      return isObject(value) ? mapObject(value, (item) => toCommandInput(table, shape.value, item)) : value;
    case 'timestamp':
      return typeof value === 'number' ? new Date(value * 1000) : typeof value === 'string' ? new Date(value) : value;
    case 'blob':
      return typeof value === 'string' ? Uint8Array.from(Buffer.from(value, 'base64')) : value;
    case 'float':
    case 'double':
      return typeof value === 'string' ? (ownValue(specialNumbers, value) ?? value) : value;
    default:
      return value;
  }
}

function mapObject(
  value: Readonly<Record<string, JsonValue>>,
  map: (item: JsonValue, name: string) => unknown,
): object {
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, map(item, name)]));
}
