import type { Type } from './type.ts';

/** How a part ends that says of a value that it is not null. */
const isNotNull = ' != null';

/** The type of a value some parts of which are known to be there, such as `.geo.lat`, `[*].street` or ` != null`. */
export function narrowParts(type: Type, parts: readonly string[]): Type {
  if (parts.length === 0) return type;
  switch (type.kind) {
    case 'nullable': {
      const of = narrowParts(
        type.of,
        parts.filter((part) => part !== isNotNull),
      );
      return parts.includes(isNotNull) ? of : { kind: 'nullable', of };
    }
    case 'record':
    case 'map':
      return { ...type, present: new Set([...type.present, ...parts]) };
    case 'list':
      return { ...type, element: narrowParts(type.element, partsBelow(parts, '[*]')) };
    default:
      return type;
  }
}

/** What parts say of one of them. */
export function partsBelow(parts: Iterable<string>, part: string): string[] {
  return [...parts].filter((each) => isBelow(each, part)).map((each) => each.slice(part.length));
}

/** Whether a path, or what is said of it, lies below another. */
export function isBelow(path: string, other: string): boolean {
  return path.startsWith(other) && /^[. []/.test(path.slice(other.length));
}
