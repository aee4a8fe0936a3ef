import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectText, listTexts, matchesAny } from './read-input.ts';

const ours = { on: '/folder', buckets: ['acme-weights', 'acme-weights-*'] };

/** The bucket of an S3 URI, or a bucket's own name. */
export const allowedBuckets: BuiltIn = {
  name: 'allowed-buckets',
  summary: 'The bucket is one of those that are allowed.',
  parameters: {
    on,
    buckets: { kind: 'buckets', required: true, description: 'Names of buckets; `*` stands for any characters.' },
  },
  findPlaceFault: expectText,
  *check({ on: pointers, buckets }, { input }) {
    for (const pointer of pointers)
      for (const { pointer: at, value } of listTexts(input, pointer)) {
        const bucket = parseS3Uri(value)?.bucket ?? value;
        if (!matchesAny(buckets, bucket))
          yield {
            kind: 'hit',
            pointer: at,
            message: `the bucket is ${quoteValue(bucket)}, expected ${joinNames(buckets, 'or')}`,
          };
      }
  },
  examples: [
    { with: ours, input: { folder: 's3://acme-weights-eu/bot/' }, hits: [] },
    { with: ours, input: {}, hits: [] },
    {
      with: ours,
      input: { folder: 's3://weights/bot/' },
      hits: [{ pointer: '/folder', message: 'the bucket is `weights`, expected `acme-weights` or `acme-weights-*`' }],
    },
  ],
};
