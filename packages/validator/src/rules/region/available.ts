import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { isRegionName } from '../../rule/region-name.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#availableRegions`; `asOf` is the day of which the list is true. */
type AvailableRegionsTrait = {
  readonly regions: readonly string[];
  readonly asOf: string;
};

type Options = { readonly regions: readonly string[] };

interface Facts {
  readonly operation: string;
  readonly region: string;
  readonly regions: readonly string[];
  /** Undefined where the list is the configuration's. */
  readonly asOf: string | undefined;
}

export const rule = ruleOn<'operation', AvailableRegionsTrait, Options>(
  'shapegate#availableRegions',
  'operation',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A request is sent to a Region in which the operation is offered.',
  why: 'A service often runs in many Regions and offers an operation in few; a client connects all the same and fails there.',
  help: ({ region, regions, asOf }) => {
    // Another Region of the right form is no slip of the hand.
    const near = isRegionName(region) ? undefined : findNearNames(region, regions)[0];
    if (near !== undefined) return `Did you mean ${quoteValue(near)}?`;
    if (asOf === undefined)
      return 'Send it to one of these Regions, or add this one to `regions` in the configuration.';
    return `Send it to one of these Regions; if there are more since ${asOf}, list them in the configuration under \`regions\` of this rule.`;
  },
  source: 'The model of the API, where it bears `shapegate#availableRegions`, with its date.',
  related: ['kms/region', 's3/region', 'arn/partition'],
  options: {
    regions: {
      description: 'The Regions in which the operation is offered, in place of those that the model lists.',
      schema: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      default: null,
      example: ['eu-central-1', 'eu-west-1'],
    },
  },
  parameters: { regions: ['eu-central-1', 'us-east-1', 'us-west-2'], asOf: '2026-09-17' },
  check(_, { trait, target, operation, options }) {
    const regions = options.regions ?? trait.regions;
    if (target.region === undefined || regions.includes(target.region)) return [];
    const asOf = options.regions === undefined ? trait.asOf : undefined;
    return [{ at: '', field: 'region', facts: { operation, region: target.region, regions, asOf } }];
  },
  message: ({ operation, region, regions, asOf }) =>
    `${quoteValue(operation)} is not offered in ${quoteValue(region)}, expected ${joinNames(regions, 'or')}${asOf === undefined ? '' : ` (as of ${asOf})`}`,
  good: [
    { value: {}, target: { region: 'eu-central-1' } },
    { value: {} },
    { value: {}, target: { region: 'eu-west-1' }, options: { regions: ['eu-central-1', 'eu-west-1'] } },
    { value: {}, target: { region: 'moon-1' }, trait: { regions: ['moon-1'], asOf: '2026-09-17' } },
  ],
  bad: [
    {
      value: {},
      target: { region: 'us-east-1' },
      options: { regions: ['eu-central-1'] },
      at: '',
      message: '`CreateJob` is not offered in `us-east-1`, expected `eu-central-1`',
    },
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
