import { Failure } from '../failure.ts';
import { stringType } from '../type.ts';
import type { Value } from '../value.ts';
import type { LanguageFunction } from './function.ts';

export const join: LanguageFunction = {
  name: 'join',
  summary: 'The texts of a list in one, with the separator between them.',
  overloads: [
    { form: 'method', takes: ['strings'] },
    { form: 'method', takes: ['strings', 'string'] },
  ],
  gives: () => stringType,
  run({ budget }, list, separator = '') {
    let units = 0;
    for (const element of list as readonly Value[]) {
      if (typeof element !== 'string') return new Failure('`join` takes a list of strings');
      units += element.length + (separator as string).length;
      budget.spend(1);
    }
    budget.spendText(units);
    return (list as readonly string[]).join(separator as string);
  },
  examples: [
    { source: '["chat", "v3"].join("/")', gives: '"chat/v3"' },
    { source: '["a", "b"].join()', gives: '"ab"' },
    { source: '[].join(", ")', gives: '""' },
  ],
};
