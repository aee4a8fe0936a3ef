import type { PolicyRequest } from '../../check/policy-set.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';

const list = Symbol('list');
const mapping = Symbol('mapping');

/** A part of requests that follow each other, and the turn at which it was last another. */
export class Watch {
  readonly #read: (request: PolicyRequest) => JsonValue | undefined;
  /** All that was there, one after the other; not the value itself, which may have been changed since. */
  #trail: unknown[] = [];
  /** 0 before it was looked at. */
  changedAt = 0;

  constructor(read: (request: PolicyRequest) => JsonValue | undefined) {
    this.#read = read;
  }

  look(request: PolicyRequest, turn: number): void {
    const value = this.#read(request);
    // Most members are one text, which needs no list to be compared.
    if (typeof value === 'string' && this.#trail.length === 1 && this.#trail[0] === value) return;
    const trail: unknown[] = [];
    addTrail(value, trail);
    if (this.changedAt > 0 && areSame(trail, this.#trail)) return;
    this.#trail = trail;
    this.changedAt = turn;
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

function areSame(left: readonly unknown[], right: readonly unknown[]): boolean {
  if (left.length !== right.length) return false;
  for (let at = 0; at < left.length; at++) if (!Object.is(left[at], right[at])) return false;
  return true;
}
