import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { examineS3Uri, type UriProblem } from './examine-uri.ts';
import { folderTrait, type S3UriTrait } from './parameters.ts';
import { rewriteToS3Uri } from './rewrite.ts';

interface Facts extends UriProblem {
  readonly value: string;
}

export const rule = ruleOn<'string', S3UriTrait>(
  'shapegate#s3Uri',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A place in S3 is written `s3://bucket/key`, with the characters that the API takes.',
  why: 'S3 itself has other notations and allows more in a key, such as `=` of a partitioned table; the API refuses them with its whole pattern as the only explanation.',
  help: ({ help }) => help,
  source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html and the model of the API',
  absorbs: ['shape/pattern', 'shape/length'],
  related: ['s3/bucket-name', 's3/folder', 's3/whole-bucket'],
  parameters: folderTrait,
  check(value, { trait }) {
    const problem = value === '' ? null : examineS3Uri(value, trait);
    if (problem === null) return [];
    const facts = { ...problem, value };
    const uri = rewriteToS3Uri(value);
    if (uri === null || examineS3Uri(uri, trait) !== null) return [{ at: '', facts }];
    const fix = { title: 'write it as an S3 URI', kind: 'replace', pointer: '', value: uri } as const;
    return [{ at: '', facts: Object.assign(facts, { help: `Write ${quoteValue(uri)}.` }), fix }];
  },
  message: ({ value, found, expected }) => `${quoteValue(value)} ${found}, expected ${expected}`,
  good: [
    { value: 's3://acme-reports/nightly/2026-11-23/' },
    { value: "s3://acme.reports/a!b_c*d'e(f).g" },
    { value: 's3://bucket/Nightly2.5-7B' },
    { value: 's3://abc' },
    { value: 's3://abc/' },
    { value: 's3://acme-reports/.../...nightly/' },
    { value: 's3://acme-reports/dt=2026-11-23/', trait: {} },
  ],
  bad: [
    {
      value: 'https://acme-reports.s3.eu-central-1.amazonaws.com/nightly/',
      at: '',
      message:
        '`https://acme-reports.s3.eu-central-1.amazonaws.com/nightly/` has the scheme `https`, expected `s3://bucket/key`',
    },
    {
      value: 's3a://acme-reports/nightly/',
      at: '',
      message: '`s3a://acme-reports/nightly/` has the scheme `s3a`, expected `s3://bucket/key`',
    },
    {
      value: 'S3://acme-reports/nightly/',
      at: '',
      message: '`S3://acme-reports/nightly/` has the scheme `S3`, expected `s3://bucket/key`',
    },
    {
      value: 'arn:aws:s3:::acme-reports/nightly',
      at: '',
      message: '`arn:aws:s3:::acme-reports/nightly` is an ARN, expected `s3://bucket/key`',
    },
    { value: 's3://acme-reports//nightly/', at: '', message: '`s3://acme-reports//nightly/` has `//`, expected `/`' },
    {
      value: 's3://acme-reports/dt=2026-11-23/',
      at: '',
      message:
        "`s3://acme-reports/dt=2026-11-23/` has `=` in the key, at character 21, expected letters, digits, `-`, `!`, `_`, `*`, `'`, `(`, `)` and `.`",
    },
    {
      value: 's3://acme-reports/nightly/../weekly/',
      at: '',
      message: '`s3://acme-reports/nightly/../weekly/` has the segment `..`, expected a name',
    },
    {
      value: 's3://Acme_Reports/nightly/',
      at: '',
      message:
        '`s3://Acme_Reports/nightly/` has `A` in the bucket, at character 6, expected lower-case letters, digits, `.` and `-`',
    },
    {
      value: 'acme-reports/nightly',
      at: '',
      message: '`acme-reports/nightly` has no scheme, expected `s3://bucket/key`',
    },
    { value: 's3:///nightly', at: '', message: '`s3:///nightly` names no bucket, expected `s3://bucket/key`' },
  ],
});
