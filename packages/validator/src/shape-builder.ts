import { copyPlainData } from './plain-data.ts';

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
  readonly [setMembers]: ReadonlyMap<string, unknown>;

  constructor(members: ReadonlyMap<string, unknown> = new Map()) {
    this[setMembers] = members;
  }
}

/** A builder's members and one more, or that one anew. Plain data is copied; anything else is left for the gate to refuse. */
export function withMember(builder: ShapeBuilder<string>, name: string, value: unknown): ReadonlyMap<string, unknown> {
  const { copy, foreign } = copyPlainData(value);
  return new Map(builder[setMembers]).set(name, foreign === null ? copy : value);
}

/** What a builder has gathered, as plain data; the generated setters have made it a `Shape`. */
export function buildData<Shape>(builder: ShapeBuilder<never>): Shape {
  return gatherMembers(builder) as Shape;
}

function gatherMembers(builder: ShapeBuilder<string>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(builder[setMembers]);
}

/**
 * Replaces functions of a builder by what they build: the value itself is one, or `layers` of lists and mappings around
 * it hold some.
 */
export function fillIn(value: unknown, layers: number, start: () => ShapeBuilder<string>): unknown {
  if (typeof value === 'function') {
    const built: unknown = value(start());
    return built instanceof ShapeBuilder ? gatherMembers(built) : value;
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
