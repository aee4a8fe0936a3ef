import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

interface Facts {
  readonly only: string;
}

export const rule = ruleOn<'list', Readonly<Record<string, never>>>(
  'shapegate#subnetIds',
  'list',
)<Facts>({
  severity: 'info',
  since: '0.1.0',
  summary: 'What runs in a VPC names subnets of more than one zone.',
  why: 'One subnet lives in one zone; losing that zone loses what runs there.',
  help: 'Add a subnet from a second zone.',
  source: 'https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html',
  related: ['vpc/complete', 'vpc/duplicate'],
  parameters: {},
  *check(subnetIds) {
    const [only, second] = subnetIds;
    // What is no id is wrong in itself; how many there are does not matter then.
    if (second === undefined && typeof only === 'string' && /^subnet-[0-9a-f]{8,17}$/i.test(only))
      yield { at: '', facts: { only } };
  },
  message: ({ only }) => `the only subnet is ${quoteValue(only)}, expected one in each zone`,
  good: [{ value: ['subnet-0a1b2c3d', 'subnet-4e5f6a7b'] }, { value: [] }, { value: ['private-a'] }],
  bad: [
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
