import type { JsonObject, JsonValue, MemberEntry, ShapeEntry, ShapeTable } from '@shapegate/validator/leaves';
import { appendToken, isObject, ownValue } from '@shapegate/validator/leaves';
import { serializationError } from './error.ts';

const momentTexts: Readonly<Record<string, RegExp>> = {
  'date-time':
    /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i,
  'http-date': /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d(\.\d{1,9})? GMT$/,
  'epoch-seconds': /^-?\d{1,15}(\.\d{1,9})?$/,
};
const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const integerLimits: Readonly<Record<string, number>> = {
  byte: 2 ** 7,
  short: 2 ** 15,
  integer: 2 ** 31,
  intEnum: 2 ** 31,
  long: 2 ** 63,
  bigInteger: Number.POSITIVE_INFINITY,
};
/** Deeper input is refused; no model of this service nests so far, and a recursive one could go on for ever. */
const deepest = 64;

/** Reads a value of a JSON body as the member's shape; the pointer is for the message of a value that cannot be one. */
export function decodeValue(
  table: ShapeTable,
  member: MemberEntry,
  value: JsonValue,
  pointer: string,
  depth = 0,
): JsonValue {
  const shape = ownValue(table.shapes, member.target);
  if (shape === undefined || depth > deepest)
    throw serializationError(`the value at '${pointer}' is nested too deeply`);
  switch (shape.type) {
    case 'structure':
      return decodeStructure(table, shape.members, expectObject(value, pointer), pointer, depth);
    case 'union':
      return decodeUnion(table, shape.members, expectObject(value, pointer), pointer, depth);
    case 'list':
      if (!Array.isArray(value)) throw unexpected(pointer, 'a list');
      return value.map((element: JsonValue, index) => {
        const at = appendToken(pointer, index);
        if (element === null && isSparse(shape)) return null;
        return decodeValue(table, shape.member, element, at, depth + 1);
      });
    case 'map':
      return Object.fromEntries(
        Object.entries(expectObject(value, pointer)).map(([key, element]) => {
          const at = appendToken(pointer, key);
          if (element === null && isSparse(shape)) return [key, null];
          return [key, decodeValue(table, shape.value, element, at, depth + 1)];
        }),
      );
    case 'document':
      return value;
    case 'string':
    case 'enum':
      if (typeof value !== 'string') throw unexpected(pointer, 'a string');
      return value;
    case 'blob':
      if (typeof value !== 'string' || !base64.test(value)) throw unexpected(pointer, 'text in base64');
      return value;
    case 'boolean':
      if (typeof value !== 'boolean') throw unexpected(pointer, 'true or false');
      return value;
    case 'timestamp':
      return decodeTimestamp(shape, member, value, pointer);
    case 'float':
    case 'double':
    case 'bigDecimal':
      if (typeof value === 'number' || value === 'NaN' || value === 'Infinity' || value === '-Infinity') return value;
      throw unexpected(pointer, 'a number');
    default:
      return expectInteger(shape.type, value, pointer);
  }
}

/** Reads the text of a label or a query parameter as the member's shape. */
export function decodeText(table: ShapeTable, member: MemberEntry, text: string, pointer: string): JsonValue {
  const shape = ownValue(table.shapes, member.target);
  switch (shape?.type) {
    case 'boolean':
      if (text !== 'true' && text !== 'false') throw unexpected(pointer, 'true or false');
      return text === 'true';
    case 'timestamp':
      return decodeMoment(formatOf(shape, member) ?? 'date-time', text, pointer);
    case 'byte':
    case 'short':
    case 'integer':
    case 'long':
    case 'bigInteger':
    case 'intEnum':
      if (!/^-?\d{1,19}$/.test(text)) throw unexpected(pointer, 'an integer');
      return expectInteger(shape.type, Number(text), pointer);
    case 'float':
    case 'double':
    case 'bigDecimal':
      if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) throw unexpected(pointer, 'a number');
      return Number(text);
    default:
      return text;
  }
}

type Members = Readonly<Record<string, MemberEntry>>;

function decodeStructure(table: ShapeTable, members: Members, value: JsonObject, pointer: string, depth: number) {
  const decoded: [string, JsonValue][] = [];
  for (const [name, member] of Object.entries(members)) {
    const given = ownValue(value, name);
    if (given !== undefined && given !== null)
      decoded.push([name, decodeValue(table, member, given, appendToken(pointer, name), depth + 1)]);
  }
  return Object.fromEntries(decoded);
}

function decodeUnion(table: ShapeTable, members: Members, value: JsonObject, pointer: string, depth: number) {
  const set = Object.entries(value).filter(([name, given]) => given !== null && name !== '__type');
  const [name = '', given = null] = set[0] ?? [];
  const member = ownValue(members, name);
  if (set.length !== 1 || member === undefined)
    throw unexpected(pointer, `exactly one of ${Object.keys(members).join(', ')}`);
  return { [name]: decodeValue(table, member, given, appendToken(pointer, name), depth + 1) };
}

/** In a body the default is seconds since 1970; only a format that the model names makes it text. */
function decodeTimestamp(shape: ShapeEntry, member: MemberEntry, value: JsonValue, pointer: string): JsonValue {
  const format = formatOf(shape, member) ?? 'epoch-seconds';
  if (format === 'epoch-seconds' ? typeof value !== 'number' : typeof value !== 'string')
    throw unexpected(pointer, `a timestamp of the format ${format}`);
  return typeof value === 'string' ? decodeMoment(format, value, pointer) : value;
}

function formatOf(shape: ShapeEntry, member: MemberEntry): string | undefined {
  const format = member.traits?.timestampFormat ?? shape.traits?.timestampFormat;
  return typeof format === 'string' ? format : undefined;
}

/** Checks a moment in text and leaves it as it is: what compares moments reads it then. */
function decodeMoment(format: string, text: string, pointer: string): JsonValue {
  if (!ownValue(momentTexts, format)?.test(text)) throw unexpected(pointer, `a timestamp of the format ${format}`);
  return format === 'epoch-seconds' ? Number(text) : text;
}

function expectObject(value: JsonValue, pointer: string): JsonObject {
  if (!isObject(value)) throw unexpected(pointer, 'an object');
  return value;
}

function expectInteger(type: string, value: JsonValue, pointer: string): number {
  const limit = integerLimits[type] ?? Number.POSITIVE_INFINITY;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < -limit || value >= limit)
    throw unexpected(pointer, `a number of the type ${type}`);
  return value;
}

function isSparse(shape: ShapeEntry): boolean {
  return Object.hasOwn(shape.traits ?? {}, 'sparse');
}

function unexpected(pointer: string, expected: string) {
  return serializationError(`the value at '${pointer}' is not ${expected}`);
}
