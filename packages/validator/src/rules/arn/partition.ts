import { findNearNames } from '../../diagnostic/near-names.ts';
import { joinNames } from '../../rule/join-names.ts';
import { partitionOfRegion, partitions } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly partition: string;
  /** Absent where the partition is unknown. */
  readonly region?: string;
  readonly expected: readonly string[];
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'An ARN is of the partition that the request is sent to.',
  why: 'Partitions share nothing: a role of `aws-cn` does not exist for a service in Frankfurt.',
  help: ({ expected, region, partition }) =>
    region === undefined
      ? `Did you mean ${joinNames([findNearNames(partition, expected)[0] ?? 'aws'])}?`
      : `Take a resource of the partition ${joinNames(expected, 'or')}, or another Region.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
  absorbs: ['shape/pattern'],
  related: ['arn/format', 'region/available'],
  parameters: roleTrait,
  check(value, { trait, target }) {
    const verdict = examineArn(value, trait);
    if (verdict.problem !== 'partition' && verdict.problem !== 'none') return [];
    const { partition } = verdict.arn;
    if (verdict.problem === 'partition') return [{ at: '', facts: { value, partition, expected: partitions } }];
    const { region } = target;
    const expected = region === undefined ? null : partitionOfRegion(region);
    if (region === undefined || expected === null || expected === partition) return [];
    return [{ at: '', facts: { value, partition, region, expected: [expected] } }];
  },
  message: ({ value, partition, region, expected }) =>
    region === undefined
      ? `${quoteValue(value)} has the unknown partition ${quoteValue(partition)}, expected ${joinNames(expected, 'or')}`
      : `${quoteValue(value)} is in the partition ${quoteValue(partition)}, expected ${joinNames(expected)}, where ${quoteValue(region)} is`,
  good: [
    { value: 'arn:aws:iam::111122223333:role/nightly', target: { region: 'eu-central-1' } },
    { value: 'arn:aws-eusc:iam::111122223333:role/nightly', target: { region: 'eusc-de-east-1' } },
    { value: 'arn:aws-us-gov:iam::111122223333:role/nightly', target: { region: 'us-gov-west-1' } },
    { value: 'arn:aws-cn:iam::111122223333:role/nightly' },
    { value: 'arn:aws-cn:iam::111122223333:role/nightly', target: { region: 'moon-1' } },
  ],
  bad: [
    {
      value: 'arn:aws-foo:iam::111122223333:role/nightly',
      at: '',
      message:
        '`arn:aws-foo:iam::111122223333:role/nightly` has the unknown partition `aws-foo`, expected `aws`, `aws-cn`, `aws-eusc`, `aws-iso`, `aws-iso-b`, `aws-iso-e`, `aws-iso-f` or `aws-us-gov`',
    },
    {
      value: 'arn:aws-cn:iam::111122223333:role/nightly',
      target: { region: 'eu-central-1' },
      at: '',
      message:
        '`arn:aws-cn:iam::111122223333:role/nightly` is in the partition `aws-cn`, expected `aws`, where `eu-central-1` is',
    },
    {
      value: 'arn:aws:iam::111122223333:role/nightly',
      target: { region: 'us-gov-east-1' },
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/nightly` is in the partition `aws`, expected `aws-us-gov`, where `us-gov-east-1` is',
    },
  ],
});
