import type { Place } from '../../syntax/place.ts';
import type { Member, Model, Shape, ShapeId } from '../model.ts';

/** What a selector selects: a shape or a member. */
export type Subject = Shape | Member;

export function isMember(subject: Subject): subject is Member {
  return 'target' in subject;
}

/** The members of a shape; none where it cannot have any. */
export function membersOf(shape: Subject): Iterable<Member> {
  return 'members' in shape ? shape.members.values() : [];
}

/** Finds a shape, or a member by its id with `$`. */
export function findSubject(model: Model, id: ShapeId): Subject | undefined {
  const at = id.indexOf('$');
  if (at < 0) return model.shapes.get(id);
  const container = model.shapes.get(id.slice(0, at));
  return container !== undefined && 'members' in container ? container.members.get(id.slice(at + 1)) : undefined;
}

/** The place of a trait on a shape, or of the shape where it has none. */
export function placeOfTrait(subject: Subject, id: ShapeId): Place {
  return subject.traits.get(id)?.place ?? subject.place;
}

const numbers: ReadonlySet<string> = new Set([
  ...['byte', 'short', 'integer', 'long', 'float', 'double', 'bigInteger', 'bigDecimal', 'intEnum'],
]);
const aggregates: ReadonlySet<string> = new Set(['list', 'map', 'structure', 'union']);

/** True where a selector's word for a type covers the subject: `string` covers enums, `number` all numbers. */
export function isOfType(subject: Subject, type: string): boolean {
  if (type === '*') return true;
  if (isMember(subject)) return type === 'member';
  const own = subject.type;
  switch (type) {
    case 'number':
      return numbers.has(own);
    case 'string':
      return own === 'string' || own === 'enum';
    case 'integer':
      return own === 'integer' || own === 'intEnum';
    case 'simpleType':
      return isSimple(own);
    case 'aggregateType':
      return aggregates.has(own);
    case 'collection':
    case 'set':
      return own === 'list';
    case 'dataType':
      return isSimple(own) || aggregates.has(own);
    default:
      return own === type;
  }
}

function isSimple(type: Shape['type']): boolean {
  return !aggregates.has(type) && type !== 'service' && type !== 'operation' && type !== 'resource';
}
