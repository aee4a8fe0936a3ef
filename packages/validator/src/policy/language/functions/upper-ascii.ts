import { type StringType, stringType, type Type } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const upperAscii: LanguageFunction = {
  name: 'upperAscii',
  summary: 'The text with its ASCII letters in upper case; other characters stay as they are.',
  overloads: [{ form: 'method', takes: ['string'] }],
  gives: ([type]) => changeValues(type),
  run({ budget }, text) {
    budget.spendText((text as string).length);
    return raiseLetters(text as string);
  },
  examples: [{ source: '"TacoCÆt".upperAscii()', gives: '"TACOCÆT"' }],
};

function changeValues(type: Type | undefined): StringType {
  if (type?.kind !== 'string') return stringType;
  return { ...stringType, size: type.size, values: type.values?.map(raiseLetters) ?? null };
}

function raiseLetters(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
