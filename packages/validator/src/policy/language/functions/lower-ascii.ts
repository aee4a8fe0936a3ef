import { type ModelPattern, type StringType, stringType, type Type } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const lowerAscii: LanguageFunction = {
  name: 'lowerAscii',
  summary: 'The text with its ASCII letters in lower case; other characters stay as they are.',
  overloads: [{ form: 'method', takes: ['string'] }],
  gives: ([type]) => changeValues(type),
  run({ budget }, text) {
    budget.spendText((text as string).length);
    return lowerLetters(text as string);
  },
  examples: [{ source: '"TacoCÆt".lowerAscii()', gives: '"tacocÆt"' }],
};

/** No ASCII letter of the other case is left. */
const changed: ModelPattern = { source: '^[^A-Z]*$', test: (text) => !/[A-Z]/.test(text) };

function changeValues(type: Type | undefined): StringType {
  const size = type?.kind === 'string' ? type.size : stringType.size;
  const values = type?.kind === 'string' ? (type.values?.map(lowerLetters) ?? null) : null;
  return { kind: 'string', size, values, pattern: changed };
}

function lowerLetters(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
