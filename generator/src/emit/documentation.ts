import { isObject } from '@shapegate/validator/leaves';
import type { Traits } from '../model/model.ts';
import { readText, readTrait } from './api-view.ts';
import type { Doc } from './file.ts';

const lineWidth = 117;

/** The documentation comment of a shape or member: its own words, else those of `fallback`. */
export function readDoc(holder: { readonly traits: Traits }, fallback?: { readonly traits: Traits }): Doc | undefined {
  const text = readWords(holder) ?? (fallback === undefined ? undefined : readWords(fallback)) ?? '';
  const deprecated = readTrait(holder, 'deprecated');
  if (deprecated === undefined) return text === '' ? undefined : { text: wrapText(text) };
  const message = isObject(deprecated) && typeof deprecated.message === 'string' ? deprecated.message : '';
  return { text: wrapText(text), deprecated: message.replace(/\s+/g, ' ') };
}

/** The documentation of a shape or member as plain Markdown; undefined where there is none. */
export function readWords(holder: { readonly traits: Traits }): string | undefined {
  const text = readText(holder, 'documentation');
  if (text === undefined) return undefined;
  const plain = /<\/?[a-z]/i.test(text) ? removeMarkup(text) : text;
  return plain.trim() === '' ? undefined : plain.trim();
}

/** The same with paragraphs unwrapped: what a description in JSON holds. Lists, tables and code keep their lines. */
export function readProse(holder: { readonly traits: Traits }): string | undefined {
  const words = readWords(holder);
  return words === undefined || words.includes('```')
    ? words
    : words.replace(/(?<=\S)[ \t]*\n(?=[A-Za-z0-9`"'(])/g, ' ');
}

const entities = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['nbsp', ' '],
]);

/** Models of AWS document in HTML: turns the tags that matter into Markdown and drops the others. */
function removeMarkup(html: string): string {
  return html
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:code|a\b[^<>]*href="[^"<>]*"[^<>]*)>/gi, (tag) => (/^<\/?code/i.test(tag) ? '`' : ''))
    .replace(/<li[^<>]*>/gi, '\n- ')
    .replace(/<\/?(?:p|ul|ol|dl|note|important|h[1-6]|fullname|br)\b[^<>]*>/gi, '\n\n')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/&([a-z]+);/g, (whole, name: string) => entities.get(name) ?? whole)
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/- \n+/g, '- ');
}

/** Breaks long lines at spaces; short lines and paragraphs stand as they are. */
function wrapText(text: string): string {
  return text.split('\n').map(wrapLine).join('\n');
}

function wrapLine(line: string): string {
  if (line.length <= lineWidth) return line.trimEnd();
  const lines: string[] = [];
  let current = '';
  for (const word of line.trimEnd().split(' ')) {
    if (current !== '' && current.length + 1 + word.length > lineWidth) {
      lines.push(current);
      current = word;
    } else current = current === '' ? word : `${current} ${word}`;
  }
  return [...lines, current].join('\n');
}
