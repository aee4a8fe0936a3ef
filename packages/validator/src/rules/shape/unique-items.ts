import { ruleOf } from '../rule-of.ts';

export interface UniqueItemsFacts {
  /** 0-based places of the repeated element and of the first that is equal to it. */
  readonly index: number;
  readonly first: number;
}

export const rule = ruleOf<UniqueItemsFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'The elements of a list that the model calls unique differ.',
  why: 'The service refuses the request otherwise.',
  help: 'Take one of the two away.',
  source: 'The model of the API.',
  related: ['shape/length'],
  message: ({ index, first }) => `element \`[${index}]\` is equal to element \`[${first}]\`, expected each once`,
  good: [{ spec: 'name: nightly\nzones: [a, b]\n' }, { spec: 'name: nightly\nzones: [a, A]\n' }],
  bad: [
    {
      spec: 'name: nightly\nzones: [a, b, a]\n',
      at: '/zones/2',
      message: 'element `[2]` is equal to element `[0]`, expected each once',
    },
  ],
});
