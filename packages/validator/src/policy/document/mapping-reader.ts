import { findNearNames } from '../../diagnostic/near-names.ts';
import { appendToken } from '../../diagnostic/pointer.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { kindOf } from '../../rule/value-kind.ts';
import { isObject, type JsonObject, type JsonValue, ownValue } from '../../shape/json.ts';
import type { Spot } from './policy-document.ts';
import type { PolicyPlace, ProblemDetails } from './policy-place.ts';

/** Reads the keys of one mapping of a policy document; whatever does not fit is reported and read as absent. */
export class MappingReader {
  readonly place: PolicyPlace;
  readonly pointer: string;
  readonly #mapping: JsonObject;

  constructor(place: PolicyPlace, pointer: string, mapping: JsonObject, known: readonly string[]) {
    this.place = place;
    this.pointer = pointer;
    this.#mapping = mapping;
    for (const key of Object.keys(mapping)) {
      if (known.includes(key)) continue;
      const near = findNearNames(key, known)[0];
      if (near !== undefined) place.takeAsMeant(appendToken(pointer, near));
      const help = near === undefined ? `known are ${joinNames(known)}` : `did you mean \`${near}\`?`;
      place.report(appendToken(pointer, key), `unknown key ${quoteValue(key)}`, { help, part: 'key' });
    }
  }

  has(key: string): boolean {
    return Object.hasOwn(this.#mapping, key);
  }

  value(key: string): JsonValue | undefined {
    return ownValue(this.#mapping, key);
  }

  at(key: string): string {
    return appendToken(this.pointer, key);
  }

  text(key: string): string | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value.trim() !== '') return value;
    const help = typeof value === 'number' || typeof value === 'boolean' ? 'put it in quotes' : '';
    this.#refuse(key, `found ${nameKind(value)}, expected a text`, { help });
    return undefined;
  }

  requiredText(key: string): string | undefined {
    if (!this.has(key)) this.#reportMissing(key);
    return this.text(key);
  }

  choice<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    const found = words.find((word) => word === value);
    if (found !== undefined) return found;
    const near = typeof value === 'string' ? findNearNames(value, words)[0] : undefined;
    this.#refuse(key, `found ${nameKind(value)}, expected ${joinNames(words, 'or')}`, {
      help: near === undefined ? '' : `did you mean \`${near}\`?`,
    });
    return undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.value(key);
    if (value === undefined || typeof value === 'boolean') return value;
    this.#refuse(key, `found ${nameKind(value)}, expected \`true\` or \`false\``);
    return undefined;
  }

  mapping(key: string): JsonObject | undefined {
    const value = this.value(key);
    if (value === undefined || isObject(value)) return value;
    this.#refuse(key, `found ${nameKind(value)}, expected a mapping`);
    return undefined;
  }

  list(key: string): readonly JsonValue[] | undefined {
    const value = this.value(key);
    if (value === undefined) return undefined;
    if (Array.isArray(value)) return value as readonly JsonValue[];
    this.#refuse(key, `found ${nameKind(value)}, expected a list`);
    return undefined;
  }

  /** A list of texts, or where `orOne` says so a single one. */
  texts(key: string, orOne = false): Spot<string>[] | undefined {
    const value = this.value(key);
    if (orOne && typeof value === 'string') {
      const one = this.text(key);
      return one === undefined ? undefined : [{ value: one, pointer: this.at(key) }];
    }
    return this.list(key)?.flatMap((item, index) => {
      const pointer = appendToken(this.at(key), index);
      if (typeof item === 'string' && item.trim() !== '') return [{ value: item, pointer }];
      this.place.report(pointer, `found ${nameKind(item)}, expected a text`);
      return [];
    });
  }

  /** The mappings of a list. */
  mappings(key: string): Spot<JsonObject>[] {
    return (this.list(key) ?? []).flatMap((item, index) => {
      const pointer = appendToken(this.at(key), index);
      if (isObject(item)) return [{ value: item, pointer }];
      this.place.report(pointer, `found ${nameKind(item)}, expected a mapping`);
      return [];
    });
  }

  /** Reports a value that cannot be read: that the key is missing is then no second mistake. */
  #refuse(key: string, message: string, details: ProblemDetails = {}): void {
    this.place.takeAsMeant(this.at(key));
    this.place.report(this.at(key), message, details);
  }

  #reportMissing(key: string): void {
    this.place.report(this.at(key), `\`${key}\` is missing`, { part: 'parent' });
  }
}

/** What was found in place of what was expected. */
export function nameKind(value: JsonValue): string {
  if (value === '') return 'an empty text';
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a mapping';
  return typeof value === 'string' ? quoteValue(value) : `the ${kindOf(value)} ${quoteValue(value)}`;
}
