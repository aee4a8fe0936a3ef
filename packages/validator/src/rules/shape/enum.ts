import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { JsonValue } from '../../shape/json.ts';
import { ruleOf } from '../rule-of.ts';

export interface EnumFacts {
  readonly value: JsonValue;
  /** In the order of the shape table; an intEnum's as digits. */
  readonly allowed: readonly string[];
  readonly near: readonly string[];
}

export const rule = ruleOf<EnumFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A value of an enumeration is one that the model lists.',
  why: 'The service refuses any other, and upper and lower case differ.',
  help: ({ near, allowed }) =>
    near.length > 0 ? `Did you mean ${joinNames(near, 'or')}?` : `Write ${joinNames(allowed, 'or')}.`,
  source: 'The model of the API.',
  related: ['shape/pattern'],
  message: ({ value, allowed }) => `${quoteValue(value)} is not known, expected ${joinNames(allowed, 'or')}`,
  good: [{ spec: 'name: nightly\nsize: SMALL\n' }, { spec: 'name: nightly\nsize: "LARGE"\n' }],
  bad: [
    {
      spec: 'name: nightly\nsize: small\n',
      at: '/size',
      message: '`small` is not known, expected `LARGE` or `SMALL`',
    },
  ],
});
