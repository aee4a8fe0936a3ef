import { isAccountId } from '../../rule/account-id.ts';
import { findRegionNames } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { ruleOn } from '../rule-on.ts';
import { folderTrait, isBucketText, type S3UriTrait } from './parameters.ts';

interface Facts {
  readonly bucket: string;
  readonly what: 'Region' | 'account';
  readonly found: string;
  readonly expected: string;
}

/** What names of Regions end with, and an account: where neither is, a bucket states nothing. */
const hint = /[hlt]-\d|\d{12}/;

/** Twelve digits that may be a moment, such as 202611230800, say nothing of an account. */
function isMoment(digits: string): boolean {
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d$/.test(digits);
}

function findAccounts(bucket: string): string[] {
  return [...new Set(bucket.split(/[-.]/).filter((word) => isAccountId(word) && !isMoment(word)))];
}

export const rule = ruleOn<'string', S3UriTrait>(
  'shapegate#s3Uri',
  'string',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'A bucket whose name states a Region or an account states those of the request.',
  why: 'Teams write both into the names of buckets; where they differ, a spec was often copied from another stage and forgotten.',
  help: ({ what }) =>
    what === 'Region'
      ? 'Take the bucket of the Region that the request is sent to.'
      : 'Take a bucket of your own account, or make sure that its policy lets the role in.',
  source:
    'inferred from names as teams write them, and https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html',
  related: ['s3/bucket-name', 'arn/account'],
  parameters: folderTrait,
  check(value, { target }) {
    const bucket = parseS3Uri(value)?.bucket ?? '';
    if (!hint.test(bucket) || !isBucketText(bucket)) return [];
    const [region, ...regions] = findRegionNames(bucket);
    const [account, ...accounts] = findAccounts(bucket);
    // Of two Regions, as in the bucket of a replica, neither can be called wrong.
    if (target.region !== undefined && region !== undefined && regions.length === 0 && region !== target.region)
      return [{ at: '', facts: { bucket, what: 'Region', found: region, expected: target.region } }];
    if (target.account !== undefined && account !== undefined && accounts.length === 0 && account !== target.account)
      return [{ at: '', facts: { bucket, what: 'account', found: account, expected: target.account } }];
    return [];
  },
  message: ({ bucket, what, found, expected }) =>
    `the bucket ${quoteValue(bucket)} states the ${what} ${quoteValue(found)}, expected ${quoteValue(expected)}`,
  good: [
    { value: 's3://acme-eu-central-1/nightly/', target: { region: 'eu-central-1' } },
    { value: 's3://acme-us-east-1/nightly/' },
    { value: 's3://acme-us-east-1-to-eu-west-1/nightly/', target: { region: 'eu-central-1' } },
    { value: 's3://acme-202611230800/nightly/', target: { account: '111122223333' } },
    { value: 's3://acme-reports/us-east-1/444455556666/', target: { region: 'eu-central-1', account: '111122223333' } },
    { value: 's3://acme-east-1/nightly/', target: { region: 'eu-central-1' } },
  ],
  bad: [
    {
      value: 's3://acme-us-east-1/nightly/',
      target: { region: 'eu-central-1' },
      at: '',
      message: 'the bucket `acme-us-east-1` states the Region `us-east-1`, expected `eu-central-1`',
    },
    {
      value: 's3://acme-444455556666-eu-central-1-an/nightly/',
      target: { region: 'eu-central-1', account: '111122223333' },
      at: '',
      message:
        'the bucket `acme-444455556666-eu-central-1-an` states the account `444455556666`, expected `111122223333`',
    },
    {
      value: 's3://ap-southeast-2.acme/nightly/',
      target: { region: 'eu-central-1' },
      at: '',
      message: 'the bucket `ap-southeast-2.acme` states the Region `ap-southeast-2`, expected `eu-central-1`',
    },
  ],
});
