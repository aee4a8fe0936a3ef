import type { PolicyRequest } from '../../check/policy-set.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';

const list = Symbol('list');
const mapping = Symbol('mapping');

/** A part of requests that follow each other, and the part before it. */
export class Watch {
  readonly #read: (request: PolicyRequest) => JsonValue | undefined;
  /** All that was there, one after the other; not the value itself, which may have been changed since. */
  readonly #trail: unknown[] = [];
  #at = 0;
  #isChanged = false;
  /** False where following ended early: a value can be nested too deeply. */
  #isWhole = false;

  constructor(read: (request: PolicyRequest) => JsonValue | undefined) {
    this.#read = read;
  }

  /** Whether the part is another than in the request before: one from which nothing can tell it apart is the same. */
  changes(request: PolicyRequest): boolean {
    this.#at = 0;
    this.#isChanged = !this.#isWhole;
    this.#isWhole = false;
    this.#follow(this.#read(request));
    this.#isWhole = true;
    if (this.#at === this.#trail.length) return this.#isChanged;
    this.#trail.length = this.#at;
    return true;
  }

  /** The order of members counts as well. */
  #follow(value: JsonValue | undefined): void {
    if (typeof value !== 'object' || value === null) {
      this.#note(value);
      return;
    }
    if (Array.isArray(value)) {
      this.#note(list);
      this.#note(value.length);
      for (let at = 0; at < value.length; at++) this.#follow(value[at]);
      return;
    }
    const names = Object.keys(value);
    this.#note(mapping);
    this.#note(names.length);
    for (let at = 0; at < names.length; at++) {
      const name = names[at]!;
      this.#note(name);
      this.#follow((value as JsonObject)[name]);
    }
  }

  #note(part: unknown): void {
    const at = this.#at++;
    if (at < this.#trail.length && Object.is(this.#trail[at], part)) return;
    this.#trail[at] = part;
    this.#isChanged = true;
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
