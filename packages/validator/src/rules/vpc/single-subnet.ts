import { countOf } from '../../rule/count-of.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import type { JsonValue } from '../../shape/json.ts';
import { ruleOn } from '../rule-on.ts';

type Options = { readonly subnets: number };

interface Facts {
  readonly only: string;
  readonly count: number;
  readonly wanted: number;
}

export const rule = ruleOn<'list', Readonly<Record<string, never>>, Options>(
  'shapegate#subnetIds',
  'list',
)<Facts>({
  severity: 'info',
  since: '0.1.0',
  summary: 'What runs in a VPC names subnets of more than one zone.',
  why: 'One subnet lives in one zone; losing that zone loses what runs there.',
  help: ({ count, wanted }) =>
    count === 1 && wanted === 2
      ? 'Add a subnet from a second zone.'
      : `Add ${countOf(wanted - count, 'subnets')}, each from a zone of its own.`,
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  related: ['vpc/complete', 'vpc/duplicate'],
  options: {
    subnets: {
      description: 'How many subnets there should be at least.',
      schema: { type: 'integer', minimum: 1 },
      default: 2,
      example: 3,
    },
  },
  parameters: {},
  check(subnetIds, { options }) {
    const wanted = options.subnets ?? 2;
    if (subnetIds.length >= wanted) return [];
    const [only] = subnetIds;
    const isId = (id: JsonValue) => typeof id === 'string' && /^subnet-[0-9a-f]{8,17}$/i.test(id);
    // What is no id is wrong in itself; how many there are does not matter then.
    if (typeof only !== 'string' || !subnetIds.every(isId)) return [];
    return [{ at: '', facts: { only, count: subnetIds.length, wanted } }];
  },
  message: ({ only, count, wanted }) =>
    count === 1 && wanted === 2
      ? `the only subnet is ${quoteValue(only)}, expected one in each zone`
      : `${countOf(count, 'subnets')}, expected at least ${wanted}, one in each zone`,
  good: [
    { value: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] },
    { value: [] },
    { value: ['subnet-0a1b2c3d'], options: { subnets: 1 } },
    { value: ['private-a'] },
  ],
  bad: [
    {
      value: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'],
      options: { subnets: 3 },
      at: '',
      message: '2 subnets, expected at least 3, one in each zone',
    },
    {
      value: ['subnet-0a1b2c3d'],
      at: '',
      message: 'the only subnet is `subnet-0a1b2c3d`, expected one in each zone',
    },
    {
      value: ['subnet-0123456789abcdef0'],
      at: '',
      message: 'the only subnet is `subnet-0123456789abcdef0`, expected one in each zone',
    },
    {
      value: ['subnet-0A1B2C3D'],
      at: '',
      message: 'the only subnet is `subnet-0A1B2C3D`, expected one in each zone',
    },
  ],
});
