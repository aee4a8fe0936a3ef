import { type ModelPattern, type StringType, stringType, type Type } from '../type.ts';
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

/** No ASCII letter of the other case is left. */
const changed: ModelPattern = { source: '^[^a-z]*$', test: (text) => !/[a-z]/.test(text) };

function changeValues(type: Type | undefined): StringType {
  const size = type?.kind === 'string' ? type.size : stringType.size;
  const values = type?.kind === 'string' ? (type.values?.map(raiseLetters) ?? null) : null;
  return { kind: 'string', size, values, pattern: changed };
}

function raiseLetters(text: string): string {
  return text.replace(/[a-z]+/g, (letters) => letters.toUpperCase());
}
