import { quoteValue } from '../../../rule/quote-value.ts';
import { parseS3Uri } from '../../../rule/s3-uri.ts';
import { Failure } from '../failure.ts';
import { recordType, stringType } from '../type.ts';
import type { LanguageFunction } from './function.ts';

const text = { type: stringType, required: true };
const s3Type = recordType('s3', { bucket: text, key: text });

export const s3: LanguageFunction = {
  name: 's3',
  summary: 'The `bucket` and `key` of an S3 URI; an error for any other text.',
  overloads: [{ form: 'function', takes: ['string'] }],
  gives: () => s3Type,
  run({ budget }, value) {
    budget.spendText((value as string).length);
    const parsed = parseS3Uri(value as string);
    if (parsed === null) return new Failure(`${quoteValue(value as string)} is not an S3 URI`);
    return { bucket: parsed.bucket, key: parsed.key };
  },
  examples: [
    { source: 's3("s3://acme-weights/chat/v3/").bucket', gives: '"acme-weights"' },
    { source: 's3("s3://acme-weights/chat/v3/").key', gives: '"chat/v3/"' },
    { source: 's3("https://acme-weights").bucket', fails: '`https://acme-weights` is not an S3 URI' },
  ],
};
