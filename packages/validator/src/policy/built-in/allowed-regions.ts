import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { BuiltIn } from './built-in.ts';

const inEurope = { regions: ['eu-central-1', 'eu-west-1'] };

/** The Region that the request is sent to; one that nothing states cannot be decided on. */
export const allowedRegions: BuiltIn = {
  name: 'allowed-regions',
  summary: 'The request is sent to one of the Regions.',
  parameters: { regions: { kind: 'regions', required: true, description: 'The Regions that are allowed.' } },
  findPlaceFault: () => null,
  *check({ regions }, { target: { region } }) {
    if (region === undefined) yield { kind: 'failure', message: 'nothing says the Region' };
    else if (!regions.includes(region))
      yield {
        kind: 'hit',
        pointer: '',
        message: `the Region is ${quoteValue(region)}, expected ${joinNames(regions, 'or')}`,
        field: 'region',
      };
  },
  examples: [
    { with: inEurope, target: { region: 'eu-west-1' }, input: {}, hits: [] },
    {
      with: inEurope,
      target: { region: 'us-east-1' },
      input: {},
      hits: [{ pointer: '', message: 'the Region is `us-east-1`, expected `eu-central-1` or `eu-west-1`' }],
    },
  ],
};
