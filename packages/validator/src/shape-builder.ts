import type { JsonObject, JsonValue } from './shape/json.ts';

/** Keys what a builder still misses in its type; never there at run time. */
export declare const missing: unique symbol;

/** Members set so far; a map, since a member may be called `__proto__`. */
const setMembers: unique symbol = Symbol('members');

/**
 * What generated builders extend. A builder never changes: setting a member gives a new one, so that a half-built request
 * can be the start of several. `Missing` names the required members that are not set.
 */
export class ShapeBuilder<Missing extends string> {
  declare readonly [missing]: Missing;
  readonly [setMembers]: ReadonlyMap<string, JsonValue>;

  constructor(members: ReadonlyMap<string, JsonValue> = new Map()) {
    this[setMembers] = members;
  }
}

/** A builder's members and one more, or that one anew. The value is copied. */
export function withMember(
  builder: ShapeBuilder<string>,
  name: string,
  value: unknown,
): ReadonlyMap<string, JsonValue> {
  return new Map(builder[setMembers]).set(name, copyData(value, maximumDepth));
}

/** The plain data that a builder has gathered, a copy each time; the generated setters have made it a `Shape`. */
export function buildData<Shape>(builder: ShapeBuilder<never>): Shape {
  return gatherMembers(builder) as Shape;
}

function gatherMembers(builder: ShapeBuilder<string>): JsonObject {
  return Object.fromEntries([...builder[setMembers]].map(([name, value]) => [name, copyData(value, maximumDepth)]));
}

/**
 * Replaces functions of a builder by what they build: the value itself is one, or `layers` of lists and mappings around
 * it hold some.
 */
export function fillIn(value: unknown, layers: number, start: () => ShapeBuilder<string>): unknown {
  if (typeof value === 'function') {
    const built: unknown = value(start());
    if (!(built instanceof ShapeBuilder)) throw new TypeError('a function given to a builder must return the builder');
    return gatherMembers(built);
  }
  if (layers === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => fillIn(item, layers - 1, start));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillIn(item, layers - 1, start)]));
}

/** The parts of an ARN; a path may be written with or without the slashes at its ends. */
export interface ArnParts {
  readonly account: string;
  readonly name: string;
  readonly path?: string;
  readonly partition?: string;
  readonly region?: string;
}

/** Puts an ARN together; nothing is checked. */
export function joinArn(service: string, resourceType: string, parts: ArnParts): string {
  const path = (parts.path ?? '').split('/').filter((segment) => segment !== '');
  const resource = [resourceType, ...path, parts.name].join('/');
  return ['arn', parts.partition ?? 'aws', service, parts.region ?? '', parts.account, resource].join(':');
}

/** Puts an S3 URI together; nothing is checked. */
export function joinS3Uri(parts: { readonly bucket: string; readonly key?: string }): string {
  return parts.key === undefined ? `s3://${parts.bucket}` : `s3://${parts.bucket}/${parts.key}`;
}

/** Deeper than any document that is read; it bounds what a value that contains itself can do. */
const maximumDepth = 64;

/** Copies plain data; a member without a value is left out, as JSON does. */
function copyData(value: unknown, depth: number): JsonValue {
  if (depth === 0) throw new RangeError(`a value given to a builder is nested more than ${maximumDepth} deep`);
  if (typeof value !== 'object' || value === null) {
    if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      return value;
    throw new TypeError(`a value given to a builder must be plain data, not ${typeof value}`);
  }
  if (Array.isArray(value)) return value.map((item: unknown) => copyData(item, depth - 1));
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, copyData(item, depth - 1)]));
}
