import { listType, stringType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const split: LanguageFunction = {
  name: 'split',
  summary: 'The parts of a text between separators; a second argument limits how many parts are made.',
  overloads: [
    { form: 'method', takes: ['string', 'string'] },
    { form: 'method', takes: ['string', 'string', 'int'] },
  ],
  gives: () => listType(stringType),
  run({ budget }, text, separator, limit) {
    budget.spendText((text as string).length);
    const parts = splitText(text as string, separator as string, limit === undefined ? -1 : Number(limit));
    budget.spendElements(parts.length);
    return parts;
  },
  examples: [
    { source: '"chat/v3/weights".split("/")', gives: '["chat", "v3", "weights"]' },
    { source: '"chat/v3/weights".split("/", 2)', gives: '["chat", "v3/weights"]' },
    { source: '"chat".split("/", 0)', gives: '[]' },
    { source: '"añ".split("")', gives: '["a", "ñ"]' },
  ],
};

function splitText(text: string, separator: string, limit: number): string[] {
  if (limit === 0) return [];
  if (separator === '') return splitCharacters(text, limit);
  const parts: string[] = [];
  let at = 0;
  for (let end = text.indexOf(separator); end !== -1; end = text.indexOf(separator, at)) {
    if (parts.length === limit - 1) break;
    parts.push(text.slice(at, end));
    at = end + separator.length;
  }
  parts.push(text.slice(at));
  return parts;
}

function splitCharacters(text: string, limit: number): string[] {
  const parts = [...text];
  return limit < 0 || parts.length <= limit ? parts : [...parts.slice(0, limit - 1), parts.slice(limit - 1).join('')];
}
