import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#availableRegions`; `asOf` is the day of which the list is true. */
type AvailableRegionsTrait = {
  readonly regions: readonly string[];
  readonly asOf: string;
};

interface Facts {
  readonly operation: string;
  readonly region: string;
  readonly regions: readonly string[];
  readonly asOf: string;
}

export const rule = ruleOn<'operation', AvailableRegionsTrait>(
  'shapegate#availableRegions',
  'operation',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A request is sent to a Region in which the operation is offered.',
  why: 'A service often runs in many Regions and offers an operation in few; a client connects all the same and fails there.',
  help: ({ region, regions, asOf }) => {
    // Another Region of the right form is no slip of the hand.
    const near = /^[a-z]{2,4}(?:-[a-z]+)+-\d$/.test(region) ? undefined : findNearNames(region, regions)[0];
    if (near !== undefined) return `Did you mean ${quoteValue(near)}?`;
    return `Send it to one of these Regions; if there are more since ${asOf}, say so in the configuration.`;
  },
  source: 'The model of the API, where it bears `shapegate#availableRegions`, with its date.',
  related: ['kms/region', 's3/region', 'arn/partition'],
  parameters: { regions: ['eu-central-1', 'us-east-1', 'us-west-2'], asOf: '2026-09-17' },
  *check(_, { trait, target, operation }) {
    if (target.region === undefined || trait.regions.includes(target.region)) return;
    yield {
      at: '',
      field: 'region',
      facts: { operation, region: target.region, regions: trait.regions, asOf: trait.asOf },
    };
  },
  message: ({ operation, region, regions, asOf }) =>
    `${quoteValue(operation)} is not offered in ${quoteValue(region)}, expected ${joinNames(regions, 'or')} (as of ${asOf})`,
  good: [
    { value: {}, target: { region: 'eu-central-1' } },
    { value: {} },
    { value: {}, target: { region: 'moon-1' }, trait: { regions: ['moon-1'], asOf: '2026-09-17' } },
  ],
  bad: [
    {
      value: {},
      target: { region: 'eu-west-1' },
      at: '',
      message:
        '`CreateJob` is not offered in `eu-west-1`, expected `eu-central-1`, `us-east-1` or `us-west-2` (as of 2026-09-17)',
    },
    {
      value: {},
      target: { region: 'eu-central' },
      at: '',
      message:
        '`CreateJob` is not offered in `eu-central`, expected `eu-central-1`, `us-east-1` or `us-west-2` (as of 2026-09-17)',
    },
    {
      value: {},
      target: { region: 'EU-CENTRAL-1' },
      at: '',
      message:
        '`CreateJob` is not offered in `EU-CENTRAL-1`, expected `eu-central-1`, `us-east-1` or `us-west-2` (as of 2026-09-17)',
    },
  ],
});
