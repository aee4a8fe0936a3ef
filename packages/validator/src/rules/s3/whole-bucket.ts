import { quoteValue } from '../../rule/quote-value.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { ruleOn } from '../rule-on.ts';
import { folderTrait, isBucketText, type S3UriTrait } from './parameters.ts';

interface Facts {
  readonly value: string;
}

export const rule = ruleOn<'string', S3UriTrait>(
  'shapegate#s3Uri',
  'string',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'An S3 URI names a folder in its bucket, not the bucket as a whole.',
  why: 'Everything in the bucket is then part of the request, and whatever is put there later too.',
  help: 'Put the folder after the bucket: `s3://bucket/folder/`.',
  source: 'inferred: the API accepts it',
  related: ['s3/folder', 's3/uri'],
  parameters: folderTrait,
  check(value, { trait }) {
    const uri = parseS3Uri(value);
    const isWhole = trait.folderOf !== undefined && uri?.key === '' && isBucketText(uri.bucket);
    return isWhole ? [{ at: '', facts: { value } }] : [];
  },
  message: ({ value }) => `${quoteValue(value)} is a whole bucket, expected a folder in it`,
  good: [
    { value: 's3://acme-reports/n' },
    { value: 's3://acme-reports/nightly/' },
    { value: 's3://acme-reports', trait: {} },
  ],
  bad: [
    { value: 's3://acme-reports', at: '', message: '`s3://acme-reports` is a whole bucket, expected a folder in it' },
    { value: 's3://acme-reports/', at: '', message: '`s3://acme-reports/` is a whole bucket, expected a folder in it' },
    { value: 's3://a.b', at: '', message: '`s3://a.b` is a whole bucket, expected a folder in it' },
  ],
});
