import { isObject, type JsonValue } from '../shape/json.ts';
import type { Offsets } from './source-document.ts';

/** Numbers that tell of a value: its start, its end, and how many there are up to what comes behind it. */
const perValue = 3;

/** Where the text of a value stands, and that of its key; null where it has none. */
export interface PlainPlace {
  readonly value: Offsets;
  readonly key: Offsets | null;
}

/**
 * Where the parts of a document stand that has neither aliases nor keys that look like numbers: noted in the order of its text, a
 * collection before what is in it, a key before its value.
 */
export class PlainPlaces {
  readonly #numbers: number[] = [];
  readonly #base: number;

  /** @param base what the noted offsets are counted from */
  constructor(base: number) {
    this.#base = base;
  }

  noteKey(start: number): void {
    this.#numbers.push(start);
  }

  noteScalar(start: number, end: number): void {
    this.#numbers.push(start, end, perValue);
  }

  /** Notes where a collection starts, and gives the word for `closeCollection`. */
  openCollection(start: number): number {
    return this.#numbers.push(start, start, 0) - perValue;
  }

  closeCollection(opened: number, end: number): void {
    this.#numbers[opened + 1] = end;
    this.#numbers[opened + 2] = this.#numbers.length - opened;
  }

  /**
   * Finds the place that tokens of a pointer lead to; null where they lead nowhere.
   * @param document the value of the document that these are the places of
   */
  find(document: JsonValue, tokens: readonly string[]): PlainPlace | null {
    let at = 0;
    let value = document;
    let key: Offsets | null = null;
    for (const token of tokens) {
      at += perValue;
      if (Array.isArray(value)) {
        if (!/^(?:0|[1-9]\d*)$/.test(token) || Number(token) >= value.length) return null;
        for (let before = Number(token); before > 0; before--) at = this.#skip(at);
        key = null;
        value = value[Number(token)];
      } else {
        if (!isObject(value) || !Object.hasOwn(value, token)) return null;
        for (const name of Object.keys(value)) {
          if (name === token) break;
          at = this.#skip(at + 1);
        }
        key = this.#offsets(this.#numbers[at], (this.#numbers[at] ?? 0) + token.length);
        at++;
        value = value[token] ?? null;
      }
    }
    return { value: this.#offsets(this.#numbers[at], this.#numbers[at + 1]), key };
  }

  /** Behind the value whose numbers begin there. */
  #skip(at: number): number {
    return at + (this.#numbers[at + 2] ?? perValue);
  }

  #offsets(start = 0, end = start): Offsets {
    return { start: this.#base + start, end: this.#base + end };
  }
}
