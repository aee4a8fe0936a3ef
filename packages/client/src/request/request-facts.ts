import type { JsonObject, JsonValue, MemberEntry, ShapeTable } from '@shapegate/validator/leaves';
import { isObject, ownValue, parseArn } from '@shapegate/validator/leaves';

/** The member of an operation's input that is filled from the content (`shapegate#contentToken`); null where there is none. */
export function findTokenMember(table: ShapeTable, operation: string): string | null {
  const input = findShape(table, ownValue(table.operations, operation)?.input);
  if (input?.type !== 'structure') return null;
  for (const [name, member] of Object.entries(input.members)) {
    if (readTrait(table, member, 'shapegate#contentToken') !== undefined) return name;
  }
  return null;
}

/** The account in the first ARN of the input that must be the sender's (`shapegate#arn` with `sendersAccount`); null where there is none. */
export function findSendersAccount(table: ShapeTable, operation: string, input: JsonObject): string | null {
  const shape = ownValue(table.operations, operation)?.input;
  return shape === undefined ? null : searchAccount(table, { target: shape }, input);
}

function searchAccount(table: ShapeTable, member: MemberEntry, value: JsonValue): string | null {
  const shape = findShape(table, member.target);
  if (typeof value === 'string') {
    const arn = readTrait(table, member, 'shapegate#arn');
    if (!isObject(arn) || arn.sendersAccount !== true) return null;
    return parseArn(value)?.account || null;
  }
  if (Array.isArray(value)) {
    if (shape?.type !== 'list') return null;
    return findFirst(value, (item: JsonValue) => searchAccount(table, shape.member, item));
  }
  if (!isObject(value) || shape === undefined) return null;
  if (shape.type === 'map') return findFirst(Object.values(value), (item) => searchAccount(table, shape.value, item));
  if (shape.type !== 'structure' && shape.type !== 'union') return null;
  return findFirst(Object.keys(shape.members), (name) => {
    const next = ownValue(shape.members, name);
    const found = ownValue(value, name);
    return next === undefined || found === undefined ? null : searchAccount(table, next, found);
  });
}

function findFirst<Item>(items: readonly Item[], search: (item: Item) => string | null): string | null {
  for (const item of items) {
    const found = search(item);
    if (found !== null) return found;
  }
  return null;
}

function findShape(table: ShapeTable, name: string | undefined) {
  return name === undefined ? undefined : ownValue(table.shapes, name);
}

function readTrait(table: ShapeTable, member: MemberEntry, id: string): JsonValue | undefined {
  return (member.traits && ownValue(member.traits, id)) ?? ownValue(findShape(table, member.target)?.traits ?? {}, id);
}
