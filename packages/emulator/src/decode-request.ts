import type { JsonObject, JsonValue, MemberEntry, OperationEntry, ShapeTable } from '@shapegate/validator/leaves';
import { ownValue } from '@shapegate/validator/leaves';
import { decodeText, decodeValue } from './decode-value.ts';
import { ServiceError, serializationError } from './error.ts';
import { decodePercent } from './router.ts';

/** The parts of a request that hold input. */
export interface RequestParts {
  /** Label values by member name, decoded. */
  readonly labels: ReadonlyMap<string, string>;
  /** Without the question mark, as sent. */
  readonly query: string;
  readonly contentType: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Puts an operation's input together from path, query and body, as its members' `http` traits say. What cannot be read
 * is a SerializationException; whether the values are allowed is not looked at. Members that the structure does not have
 * are left out, as the protocol demands; so is a member that is null.
 */
export function decodeRequest(table: ShapeTable, entry: OperationEntry, parts: RequestParts): JsonObject {
  const shape = ownValue(table.shapes, entry.input);
  if (shape === undefined || !('members' in shape)) return {};
  const members = Object.entries(shape.members);
  const query = parseQuery(parts.query);
  const bodyMembers = members.filter(([, member]) => bindingOf(member) === 'body');
  const body = bodyMembers.length > 0 ? parseBody(parts) : {};
  const input: [string, JsonValue][] = [];
  for (const [name, member] of members) {
    const value = readMember(table, name, member, parts.labels, query, body);
    if (value !== undefined) input.push([name, value]);
  }
  return Object.fromEntries(input);
}

function readMember(
  table: ShapeTable,
  name: string,
  member: MemberEntry,
  labels: ReadonlyMap<string, string>,
  query: ReadonlyMap<string, readonly string[]>,
  body: JsonObject,
): JsonValue | undefined {
  if (bindingOf(member) === 'label') {
    const text = labels.get(name);
    return text === undefined ? undefined : decodeText(table, member, text, `/${name}`);
  }
  const key = member.traits?.httpQuery;
  if (typeof key === 'string') {
    const texts = query.get(key) ?? [];
    const target = ownValue(table.shapes, member.target);
    if (target?.type === 'list')
      return texts.length === 0
        ? undefined
        : texts.map((text, index) => decodeText(table, target.member, text, `/${name}/${index}`));
    return texts[0] === undefined ? undefined : decodeText(table, member, texts[0], `/${name}`);
  }
  const jsonName = member.traits?.jsonName;
  const value = ownValue(body, typeof jsonName === 'string' ? jsonName : name);
  return value === undefined || value === null ? undefined : decodeValue(table, member, value, `/${name}`);
}

function bindingOf(member: MemberEntry): 'label' | 'query' | 'body' {
  const traits = member.traits ?? {};
  return Object.hasOwn(traits, 'httpLabel') ? 'label' : Object.hasOwn(traits, 'httpQuery') ? 'query' : 'body';
}

function parseQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    if (pair === '') continue;
    const at = pair.indexOf('=');
    const name = decodePercent(at < 0 ? pair : pair.slice(0, at));
    const value = at < 0 ? '' : decodePercent(pair.slice(at + 1));
    const earlier = values.get(name);
    if (earlier === undefined) values.set(name, [value]);
    else earlier.push(value);
  }
  return values;
}

function parseBody({ contentType, body }: RequestParts): JsonObject {
  if (body.length === 0) return {};
  if (!/^application\/json\s*(;|$)/i.test(contentType ?? ''))
    throw new ServiceError(
      'UnsupportedMediaTypeException',
      415,
      'the body must be of the content type application/json',
    );
  let value: JsonValue;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)) as JsonValue;
  } catch {
    throw serializationError('the body is not JSON in UTF-8');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw serializationError('the body is not a JSON object');
  return value as JsonObject;
}
