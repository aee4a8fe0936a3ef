import type { Hit } from '../../rule/hit.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { placeText, readTexts, type TagsTrait, tagsTrait } from './read-tags.ts';

type Options = { readonly prefixes: readonly string[] };

interface Facts {
  readonly key: string;
  readonly prefix: string;
}

export const rule = ruleOn<'list', TagsTrait, Options>(
  'shapegate#tags',
  'list',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'No tag key starts with a prefix that is reserved.',
  why: 'Tags with the prefix, in upper or lower case, are made by AWS alone; a request that sets one is refused.',
  help: ({ prefix }) => `Take a key without \`${prefix}\`.`,
  source:
    'https://docs.aws.amazon.com/personalize/latest/dg/personalize-managing-tags.html, and the same on the pages of other services',
  related: ['tags/charset', 'tags/duplicate-key'],
  options: {
    prefixes: {
      description:
        'Further prefixes, such as those of tags that a landing zone sets; upper and lower case are the same.',
      schema: { type: 'array', minItems: 1, items: { type: 'string', minLength: 1 } },
      default: [],
      example: ['acme:'],
    },
  },
  parameters: tagsTrait,
  check(tags, { trait, options }) {
    const hits: Hit<Facts>[] = [];
    const prefixes = [...(trait.reservedPrefixes ?? []), ...(options.prefixes ?? [])];
    const keys = readTexts(tags, trait.key);
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] ?? '';
      if (key === '') continue;
      const prefix = prefixes.find((start) => key.slice(0, start.length).toLowerCase() === start.toLowerCase());
      if (prefix !== undefined) hits.push({ at: placeText(index, trait.key), facts: { key, prefix } });
    }
    return hits;
  },
  message: ({ key, prefix }) => `${quoteValue(key)} has the reserved prefix \`${prefix}\`, expected a key of your own`,
  good: [
    { value: [{ key: 'aws', value: 'x' }] },
    { value: [{ key: 'team:aws:owner', value: 'nlp' }] },
    { value: [{ key: 'team', value: 'aws:x' }] },
    { value: [{ key: 'awsome:owner', value: 'nlp' }] },
  ],
  bad: [
    {
      value: [{ key: 'Acme:team', value: 'nlp' }],
      options: { prefixes: ['acme:'] },
      at: '/0/key',
      message: '`Acme:team` has the reserved prefix `acme:`, expected a key of your own',
    },
    {
      value: [{ key: 'aws:owner', value: 'nlp' }],
      at: '/0/key',
      message: '`aws:owner` has the reserved prefix `aws:`, expected a key of your own',
    },
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'AWS:Owner', value: 'nlp' },
      ],
      at: '/1/key',
      message: '`AWS:Owner` has the reserved prefix `aws:`, expected a key of your own',
    },
    {
      value: [{ key: 'aWs:', value: '' }],
      at: '/0/key',
      message: '`aWs:` has the reserved prefix `aws:`, expected a key of your own',
    },
  ],
});
