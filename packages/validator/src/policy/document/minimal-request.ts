import type { Target } from '../../rule/target.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';
import type { MemberEntry, ShapeTable } from '../../shape/shape-table.ts';
import {
  boundsAt,
  enterMember,
  findInputPlace,
  patternAt,
  type ShapePlace,
  traitAt,
} from '../../structure/shape-place.ts';
import { exampleFits, exampleOfPattern } from './pattern-example.ts';

/** Where tests are sent unless they say otherwise. */
export const testTarget: Required<Target> = { region: 'eu-central-1', account: '111122223333' };

const made = new WeakMap<ShapeTable, Map<string, JsonObject>>();

/** The smallest valid input of an operation: its required members, with values made from the model and its vocabulary. */
export function makeMinimalInput(table: ShapeTable, operation: string): JsonObject {
  let inputs = made.get(table);
  if (inputs === undefined) {
    inputs = new Map();
    made.set(table, inputs);
  }
  let input = inputs.get(operation);
  if (input === undefined) {
    const place = findInputPlace(table, operation);
    const value = place === null ? {} : makeValue(table, place, '', 0);
    input = isObject(value) ? value : {};
    inputs.set(operation, input);
  }
  return input;
}

/** @param name the member's, for texts that may be any */
function makeValue(table: ShapeTable, place: ShapePlace, name: string, depth: number): JsonValue {
  const { shape } = place;
  const { min = 0 } = boundsAt(place, 'length');
  const makeMember = (member: MemberEntry, memberName: string): JsonValue => {
    const next = depth > 20 ? null : enterMember(table, member);
    return next === null ? null : makeValue(table, next, memberName, depth + 1);
  };
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        Object.entries(shape.members)
          .filter(([, member]) => member.required === true)
          .map(([memberName, member]) => [memberName, makeMember(member, memberName)]),
      );
    case 'union': {
      const [first] = Object.entries(shape.members);
      return first === undefined ? {} : { [first[0]]: makeMember(first[1], first[0]) };
    }
    case 'list':
      return Array.from({ length: Math.min(min, 20) }, () => makeMember(shape.member, name));
    case 'map':
      return min === 0 ? {} : { [String(makeMember(shape.key, 'key'))]: makeMember(shape.value, 'value') };
    case 'enum':
    case 'intEnum':
      return shape.values[0] ?? '';
    case 'boolean':
      return false;
    case 'timestamp':
      return '2026-11-23T12:00:00Z';
    case 'string':
      return makeText(place, name);
    case 'blob':
      return '';
    case 'document':
      return {};
    default: {
      const { min: least = 0, max = Number.POSITIVE_INFINITY } = boundsAt(place, 'range');
      return Math.min(Math.max(0, least), max);
    }
  }
}

function makeText(place: ShapePlace, name: string): string {
  const { min = 0, max = 4096 } = boundsAt(place, 'length');
  const pattern = patternAt(place);
  const { region, account } = testTarget;
  const arn = traitAt(place, 'shapegate#arn');
  const candidates = [
    isObject(arn)
      ? `arn:aws:${String(ownValue(arn, 'service') ?? '')}::${account}:${String(ownValue(arn, 'resourceType') ?? '')}/example`
      : null,
    traitAt(place, 'shapegate#s3Uri') === undefined ? null : 's3://example-weights/example/',
    traitAt(place, 'shapegate#kmsKeyId') === undefined
      ? null
      : `arn:aws:kms:${region}:${account}:key/1234abcd-12ab-34cd-56ef-1234567890ab`,
    'example',
    name.padEnd(min, 'x').slice(0, max),
  ];
  const fits = (text: string) => {
    if (text.length < min || text.length > max) return false;
    return pattern === undefined || exampleFits(pattern, text);
  };
  const found = candidates.find((candidate) => candidate !== null && fits(candidate));
  return found ?? (pattern === undefined ? null : exampleOfPattern(pattern.pattern, min, max)) ?? 'example';
}
