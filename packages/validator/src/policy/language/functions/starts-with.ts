import { boolType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

export const startsWith: LanguageFunction = {
  name: 'startsWith',
  summary: 'Whether a text begins with another.',
  overloads: [{ form: 'method', takes: ['string', 'string'] }],
  gives: () => boolType,
  run({ budget }, text, part) {
    budget.spendReading((text as string).length);
    return (text as string).startsWith(part as string);
  },
  examples: [
    { source: '"prod-chat".startsWith("prod-")', gives: 'true' },
    { source: '"chat-prod".startsWith("prod-")', gives: 'false' },
  ],
};
