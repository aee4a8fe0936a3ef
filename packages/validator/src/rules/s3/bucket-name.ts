import { quoteValue } from '../../rule/quote-value.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { ruleOn } from '../rule-on.ts';
import { examineS3Uri } from './examine-uri.ts';
import { folderTrait, type S3UriTrait } from './parameters.ts';

interface Facts {
  readonly bucket: string;
  readonly found: string;
  readonly expected: string;
  readonly help: string;
}

const ofYourOwn = 'Take the name of the bucket as S3 shows it.';
const notSupported = 'Copy the objects to a general purpose bucket.';
const behind = 'Name the bucket behind it.';
const aName = 'a name that S3 allows';
const aBucket = 'a general purpose bucket';
const prefixes = ['xn--', 'sthree-', 'amzn-s3-demo-'];
/** `-s3alias` is missing on purpose: an access point alias may work. */
const suffixes: readonly (readonly [suffix: string, kind: string])[] = [
  ['--x-s3', 'a directory bucket'],
  ['--table-s3', 'a table bucket'],
  ['--ol-s3', 'an Object Lambda access point'],
  ['.mrap', 'a multi-Region access point'],
];

/** What is found in every name that is refused, so that one look spares nearly all the rest. */
const hint = /\.\.|^[\d.]+$|^(?:xn|sthree|amzn-s3-demo)-|-s3$|\.mrap$/;

function examineName(bucket: string): Omit<Facts, 'bucket'> | null {
  if (!hint.test(bucket)) return null;
  if (bucket.includes('..')) return { found: 'has two dots in a row', expected: aName, help: ofYourOwn };
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(bucket)) return { found: 'is an IP address', expected: aName, help: ofYourOwn };
  const prefix = prefixes.find((start) => bucket.startsWith(start));
  if (prefix !== undefined) return { found: `has the reserved prefix \`${prefix}\``, expected: aName, help: ofYourOwn };
  const suffix = suffixes.find(([end]) => bucket.endsWith(end));
  if (suffix === undefined) return null;
  const [, kind] = suffix;
  return { found: `is ${kind}`, expected: aBucket, help: kind.endsWith('bucket') ? notSupported : behind };
}

export const rule = ruleOn<'string', S3UriTrait>(
  'shapegate#s3Uri',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'The bucket of an S3 URI is one that S3 can have, and a general purpose bucket.',
  why: 'Patterns of APIs take names that no bucket has, and buckets of other kinds that only S3 itself can read.',
  help: ({ help }) => help,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  related: ['s3/uri', 's3/region'],
  parameters: folderTrait,
  check(value, { trait }) {
    const bucket = examineS3Uri(value, trait) === null ? (parseS3Uri(value)?.bucket ?? '') : '';
    const problem = examineName(bucket);
    return problem === null ? [] : [{ at: '', facts: Object.assign(problem, { bucket }) }];
  },
  message: ({ bucket, found, expected }) => `the bucket ${quoteValue(bucket)} ${found}, expected ${expected}`,
  good: [
    { value: 's3://acme.reports.2026/nightly/' },
    { value: 's3://1.2.3.4.5/nightly/' },
    { value: 's3://acme-111122223333-eu-central-1-an/nightly/' },
    { value: 's3://acme-reports-x7f3-s3alias/nightly/' },
    { value: 's3://acme-x-s3/nightly/' },
    { value: 's3://acme--reports/my..key--x-s3/' },
  ],
  bad: [
    {
      value: 's3://acme..reports/nightly/',
      at: '',
      message: 'the bucket `acme..reports` has two dots in a row, expected a name that S3 allows',
    },
    {
      value: 's3://192.168.5.4/nightly/',
      at: '',
      message: 'the bucket `192.168.5.4` is an IP address, expected a name that S3 allows',
    },
    {
      value: 's3://xn--acme/nightly/',
      at: '',
      message: 'the bucket `xn--acme` has the reserved prefix `xn--`, expected a name that S3 allows',
    },
    {
      value: 's3://acme--euc1-az1--x-s3/nightly/',
      at: '',
      message: 'the bucket `acme--euc1-az1--x-s3` is a directory bucket, expected a general purpose bucket',
    },
    {
      value: 's3://acme-9f3c--table-s3',
      at: '',
      message: 'the bucket `acme-9f3c--table-s3` is a table bucket, expected a general purpose bucket',
    },
    {
      value: 's3://m9f3cacme.mrap/nightly/',
      at: '',
      message: 'the bucket `m9f3cacme.mrap` is a multi-Region access point, expected a general purpose bucket',
    },
  ],
});
