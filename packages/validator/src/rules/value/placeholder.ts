import { parentPointer, parsePointer } from '../../diagnostic/pointer.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { isObject, type JsonValue, ownValue } from '../../shape/json.ts';
import { ruleOnEveryValue } from '../rule-on-every-value.ts';
import { findPlaceholder, placeholderHint } from './find-placeholder.ts';

type Options = { readonly words: readonly string[] };

interface Facts {
  readonly value: string;
  /** Empty for an empty string. */
  readonly placeholder: string;
}

function readAt(input: JsonValue, pointer: string): JsonValue | undefined {
  let value: JsonValue | undefined = input;
  for (const token of parsePointer(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isObject(value) ? ownValue(value, token) : undefined;
  }
  return value;
}

/** Members that the item of a skeleton may have; asking each of more about all of them would cost their square. */
const mostMembers = 50;

/** True for a value in the item of an unfilled skeleton: a list's mapping of several members, all of them empty strings. */
function isInEmptyItem(input: JsonValue, pointer: string): boolean {
  if (pointer === '') return false;
  const place = parentPointer(pointer);
  // Elsewhere a mapping may hold labels of a team's own, which are often empty.
  if (place === '' || !Array.isArray(readAt(input, parentPointer(place)))) return false;
  const item = readAt(input, place);
  const values = item !== undefined && isObject(item) ? Object.values(item) : [];
  return values.length > 1 && values.length <= mostMembers && values.every((value) => value === '');
}

/** A word of a team's own, where it is the whole value or a whole part of it. */
function findWord(value: string, words: readonly string[] | undefined): string | undefined {
  if (words === undefined || value.length > 4096) return undefined;
  const folded = words.map((word) => word.toLowerCase());
  return [value, ...value.split(/[/:]+/)].find((part) => folded.includes(part.toLowerCase()));
}

export const rule = ruleOnEveryValue<Facts, Options>({
  severity: 'error',
  since: '0.1.0',
  summary: 'Every value is one that somebody chose, not what an example or a skeleton left there.',
  why: 'Placeholders of documentation and of `--generate-cli-skeleton` mostly fail at the service one after the other; some pass, and name what belongs to nobody.',
  help: ({ placeholder }) =>
    placeholder === ''
      ? 'Fill it in, or take the member away if it is not required.'
      : 'Write your own value in its place.',
  source:
    'Specs as they were published; `amzn-s3-demo-` is reserved: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
  related: ['value/reference'],
  hint: placeholderHint,
  options: {
    words: {
      description:
        'Further placeholders: each counts as a whole value, or as a whole part of it between `/` and `:`, in any case.',
      schema: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      default: [],
      example: ['fill-me-in'],
    },
  },
  check(value, { refused, input, pointer, options }) {
    if (typeof value !== 'string') return [];
    if (value === '')
      return refused || isInEmptyItem(input, pointer) ? [{ at: '', facts: { value, placeholder: '' } }] : [];
    const placeholder = findWord(value, options.words) ?? findPlaceholder(value, refused);
    return placeholder === undefined ? [] : [{ at: '', facts: { value, placeholder } }];
  },
  message: ({ value, placeholder }) => {
    if (placeholder === '') return 'the value is an empty string, expected one to be filled in';
    if (placeholder === value) return `${quoteValue(value)} is a placeholder, expected a value`;
    return `${quoteValue(value)} has the placeholder ${quoteValue(placeholder)}, expected a value`;
  },
  good: [
    { value: 's3://acme/fill-me-in-later/', options: { words: ['fill-me-in'] } },
    { value: 'arn:aws:iam::111122223333:role/CMI_ROLE' },
    { value: 's3://bucket/nightly/' },
    { value: 's3://staging/MODEL_KEY/' },
    { value: 'your-team' },
    { value: 'find-your-name-8b' },
    { value: 'your-voice-model' },
    { value: 'array<string>' },
    { value: 'press <b>here</b>' },
    { value: '' },
    { value: '', input: { key: 'team', value: '' }, pointer: '/value' },
    { value: '', input: { labels: { nightly: '', gpu: '' } }, pointer: '/labels/gpu' },
    { value: 'my_model', refused: true },
    { value: 's3://acme-reports/DT=2026/MODEL_KEY/', refused: true },
    { value: 'arn:aws:iam::11112222333:role/CMI_ROLE', refused: true },
  ],
  bad: [
    {
      value: 's3://acme/Fill-Me-In/',
      options: { words: ['fill-me-in'] },
      message: '`s3://acme/Fill-Me-In/` has the placeholder `Fill-Me-In`, expected a value',
    },
    { value: '<ROLE>', message: '`<ROLE>` is a placeholder, expected a value' },
    {
      value: 'arn:aws:iam::111122223333:role/<role-name>',
      message: '`arn:aws:iam::111122223333:role/<role-name>` has the placeholder `<role-name>`, expected a value',
    },
    {
      value: 's3://your-bucket/nightly/',
      message: '`s3://your-bucket/nightly/` has the placeholder `your-bucket`, expected a value',
    },
    {
      value: 's3://amzn-s3-demo-bucket/nightly/',
      message: '`s3://amzn-s3-demo-bucket/nightly/` has the placeholder `amzn-s3-demo-bucket`, expected a value',
    },
    {
      value: 's3://S3_BUCKET/S3_PREFIX/',
      refused: true,
      message: '`s3://S3_BUCKET/S3_PREFIX/` has the placeholder `S3_BUCKET`, expected a value',
    },
    {
      value: 'arn:aws:iam::ACCOUNT_ID:role/nightly',
      refused: true,
      message: '`arn:aws:iam::ACCOUNT_ID:role/nightly` has the placeholder `ACCOUNT_ID`, expected a value',
    },
    { value: 'arn:...', message: '`arn:...` has the placeholder `...`, expected a value' },
    { value: 'YOUR-BUCKET', message: '`YOUR-BUCKET` is a placeholder, expected a value' },
    {
      value: 's3://acme/{prefix}/',
      refused: true,
      message: '`s3://acme/{prefix}/` has the placeholder `{prefix}`, expected a value',
    },
    { value: '', refused: true, message: 'the value is an empty string, expected one to be filled in' },
    {
      value: '',
      input: [{ key: '', value: '' }],
      pointer: '/0/value',
      message: 'the value is an empty string, expected one to be filled in',
    },
  ],
});
