import type { JsonValue } from '../shape/json.ts';

const longest = 80;
const tail = 24;

/** Characters that a terminal, a table or a reader would not show as they are: controls, direction marks, invisible spaces, lone surrogates. */
const unseen =
  /[\u0000-\u001f\u007f-\u009f\u00a0\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufff9-\ufffb`]|[\u{d800}-\u{dfff}]|[\u{e0000}-\u{e007f}]/gu;
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

/** Writes what cannot be seen, or would act on a terminal, as an escape: `\n`, `\u001b`; a backtick too, since it ends a quotation. */
export function escapeText(text: string): string {
  return text.replace(unseen, (character) => {
    const known = named[character];
    if (known !== undefined) return known;
    const code = character.codePointAt(0) ?? 0;
    return code > 0xffff ? `\\u{${code.toString(16)}}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Keeps the start and the end of a long text, at most 80 characters with the ellipsis between them, and escapes it. */
export function shortenText(text: string): string {
  if (text.length <= longest) return escapeText(text);
  let start = text.slice(0, longest - tail - 1);
  let end = text.slice(-tail);
  // A pair cut in two would be shown as a broken character.
  if (/[\ud800-\udbff]$/.test(start)) start = start.slice(0, -1);
  if (/^[\udc00-\udfff]/.test(end)) end = end.slice(1);
  return `${escapeText(start)}…${escapeText(end)}`;
}

/** A value as messages show it: in backticks, one line, at most about 80 characters; a list or a mapping by its kind alone. */
export function quoteValue(value: JsonValue): string {
  if (typeof value === 'string') return value === '' ? 'an empty string' : `\`${shortenText(value)}\``;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return `\`${shortenText(String(value))}\``;
}

/** One character as messages show it: those that are hard to see by name. */
export function quoteCharacter(character: string): string {
  if (character === ' ') return 'a space';
  if (character === '\n') return 'a line break';
  if (character === '\t') return 'a tab';
  if (character === '`') return 'a backtick';
  return `\`${escapeText(character)}\``;
}
