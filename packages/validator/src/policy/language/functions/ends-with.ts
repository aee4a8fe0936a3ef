import { boolType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const endsWith: LanguageFunction = {
  name: 'endsWith',
  summary: 'Whether a text ends with another.',
  overloads: [{ form: 'method', takes: ['string', 'string'] }],
  gives: () => boolType,
  run({ budget }, text, part) {
    budget.spendReading((text as string).length);
    return (text as string).endsWith(part as string);
  },
  examples: [
    { source: '"s3://acme/model/".endsWith("/")', gives: 'true' },
    { source: '"model".endsWith("/")', gives: 'false' },
  ],
};
