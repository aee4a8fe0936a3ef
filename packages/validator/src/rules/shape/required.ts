import { namePlace } from '../../rule/name-place.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface RequiredFacts {
  readonly member: string;
  /** The pointer of the structure that lacks it; empty for the input itself. */
  readonly parent: string;
}

export const rule = ruleOf<RequiredFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'Every required member is there.',
  why: 'The service refuses the request without it.',
  help: ({ member }) => `Add ${quoteValue(member)}.`,
  source: 'The model of the API.',
  related: ['shape/unknown-member', 'shape/type'],
  message: ({ member, parent }) =>
    `${quoteValue(member)} is missing${parent === '' ? '' : ` in ${quoteValue(namePlace(parent))}`}, expected a value`,
  good: [{ spec: 'name: nightly\n' }, { spec: 'name: nightly\nnetwork: { subnetIds: [a], groupIds: [b] }\n' }],
  bad: [
    { spec: 'size: SMALL\n', at: '/name', message: '`name` is missing, expected a value' },
    {
      spec: 'name: nightly\nnetwork: { subnetIds: [a] }\n',
      at: '/network/groupIds',
      message: '`groupIds` is missing in `network`, expected a value',
    },
  ],
});
