import { appendToken } from '../../diagnostic/pointer.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';

/** The value of `shapegate#tags`. */
export type TagsTrait = {
  readonly limit: number;
  /** The members of a tag that hold its key and its value. */
  readonly key: string;
  readonly value: string;
  /** The body of a character class; any character where absent. */
  readonly characters?: string;
  /** Compared without regard to case. */
  readonly reservedPrefixes?: readonly string[];
};

/** The trait of the examples. */
export const tagsTrait: TagsTrait = {
  limit: 50,
  key: 'key',
  value: 'value',
  characters: 'a-zA-Z0-9\\s._:/=+@-',
  reservedPrefixes: ['aws:'],
};

/** Where a text of a tag stands. */
export function placeText(index: number, member: string): string {
  return appendToken(`/${index}`, member);
}

/** What the tags have in a member; empty where a tag has no text there, since an empty text is the business of the length and of placeholders. */
export function readTexts(tags: readonly JsonValue[], member: string): string[] {
  const texts: string[] = [];
  for (let index = 0; index < tags.length; index++) {
    const tag = tags[index];
    const text = isObject(tag) ? ownValue(tag, member) : undefined;
    texts.push(typeof text === 'string' ? text : '');
  }
  return texts;
}
