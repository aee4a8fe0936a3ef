import type { Range } from '../diagnostic/range.ts';
import type { Offsets, SourceDocument } from '../source/source-document.ts';

/** The text that a fix is to change. */
export interface FixedText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly lines: { range(start: number, end: number): Range };
  readonly document: SourceDocument;
}

/** Another text for a stretch. */
export interface TextChange extends Offsets {
  readonly text: string;
}

/** As far as a fix looks back: it must not cost the length of the text each time. */
const reach = 400;

/** The text before a place, no more of it than a fix needs. */
export function lookBack(text: string, at: number): string {
  return text.slice(Math.max(0, at - reach), at);
}

const propertiesOfValue = /(?:^|(?<=[\s[{,]))(?:[&!][^\s,[\]{}]*\s+)+$/;
// On the line before there are those of the mapping that the key is in.
const propertiesOfKey = /(?:^|(?<=[\s[{,]))(?:[&!][^\s,[\]{}]*[ \t]+)+$/;

/** Where the tag and the anchor of a value or a key begin; its own start where it has none. */
export function startOfProperties(text: string, start: number, part: 'value' | 'key'): number {
  const pattern = part === 'key' ? propertiesOfKey : propertiesOfValue;
  const properties = pattern.exec(lookBack(text, start));
  return properties === null ? start : start - properties[0].length;
}
