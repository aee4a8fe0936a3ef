import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface DuplicateKeyFacts {
  readonly key: string;
}

export const rule = ruleOf<DuplicateKeyFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A key stands once in its mapping.',
  why: 'Parsers differ in which of the two they keep, so the request that was reviewed may not be the one that is sent.',
  help: 'Keep one of the two.',
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison and https://www.rfc-editor.org/rfc/rfc8259#section-4',
  related: ['spec/parse'],
  message: ({ key }) => `the key ${quoteValue(key)} stands twice in one mapping, expected once`,
  good: [{ spec: 'name: nightly\nsize: SMALL\n' }, { spec: 'name: nightly\nlabels: { name: nightly }\n' }],
  bad: [
    {
      spec: 'name: nightly\nname: weekly\n',
      at: '/name',
      message: 'the key `name` stands twice in one mapping, expected once',
    },
  ],
});
