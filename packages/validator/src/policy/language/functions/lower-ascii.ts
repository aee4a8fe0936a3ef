import { type StringType, stringType, type Type } from '../type.ts';
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

function changeValues(type: Type | undefined): StringType {
  if (type?.kind !== 'string') return stringType;
  return { ...stringType, size: type.size, values: type.values?.map(lowerLetters) ?? null };
}

function lowerLetters(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
}
