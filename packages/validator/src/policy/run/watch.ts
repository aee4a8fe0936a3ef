import type { PolicyRequest } from '../../check/policy-set.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';

const list = Symbol('list');
const mapping = Symbol('mapping');

/** A part of requests that follow each other, and the part before it. */
export class Watch {
  readonly #read: (request: PolicyRequest) => JsonValue | undefined;
  /** All that was there, one after the other; not the value itself, which may have been changed since. */
  #trail: unknown[] | null = null;

  constructor(read: (request: PolicyRequest) => JsonValue | undefined) {
    this.#read = read;
  }

  /** Whether the part is another than in the request before. */
  changes(request: PolicyRequest): boolean {
    const value = this.#read(request);
    const trail = this.#trail;
    if (trail !== null && followTrail(value, trail, 0) === trail.length) return false;
    this.#trail = [];
    addTrail(value, this.#trail);
    return true;
  }
}

/** Watches a member of an input. */
export function watchMember(member: string): Watch {
  return new Watch(({ input }) => (isObject(input) ? ownValue(input, member) : undefined));
}

/** Watches where requests are sent. */
export function watchTarget(): Watch {
  return new Watch(({ target: { region, account } }) => [region ?? null, account ?? null]);
}

/** Two values have the same trail where nothing can tell them apart: the order of members counts as well. */
function addTrail(value: JsonValue | undefined, trail: unknown[]): void {
  if (Array.isArray(value)) {
    trail.push(list, value.length);
    for (const item of value as readonly JsonValue[]) addTrail(item, trail);
  } else if (isObject(value)) {
    const names = Object.keys(value);
    trail.push(mapping, names.length);
    for (const name of names) {
      trail.push(name);
      addTrail(value[name], trail);
    }
  } else trail.push(value);
}

/** Where in a trail that of a value ends which begins at an index; NaN where its trail is another. */
function followTrail(value: JsonValue | undefined, trail: readonly unknown[], at: number): number {
  if (Array.isArray(value)) {
    if (trail[at] !== list || trail[at + 1] !== value.length) return Number.NaN;
    let next = at + 2;
    for (let index = 0; index < value.length; index++) next = followTrail(value[index], trail, next);
    return next;
  }
  if (!isObject(value)) return Object.is(trail[at], value) ? at + 1 : Number.NaN;
  const names = Object.keys(value);
  if (trail[at] !== mapping || trail[at + 1] !== names.length) return Number.NaN;
  let next = at + 2;
  for (let index = 0; index < names.length; index++) {
    const name = names[index]!;
    if (trail[next] !== name) return Number.NaN;
    next = followTrail(value[name], trail, next + 1);
  }
  return next;
}
