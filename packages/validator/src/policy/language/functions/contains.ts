import { boolType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const contains: LanguageFunction = {
  name: 'contains',
  summary: 'Whether a text holds another.',
  overloads: [{ form: 'method', takes: ['string', 'string'] }],
  gives: () => boolType,
  run({ budget }, text, part) {
    budget.spendReading((text as string).length);
    return (text as string).includes(part as string);
  },
  examples: [
    { source: '"acme-weights-prod".contains("weights")', gives: 'true' },
    { source: '"acme".contains("prod")', gives: 'false' },
  ],
};
