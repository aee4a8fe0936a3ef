import type { Hit } from '../../rule/hit.ts';
import { mayRepeat } from '../../rule/may-repeat.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { placeText, readTexts, type TagsTrait, tagsTrait } from './read-tags.ts';

interface Facts {
  readonly key: string;
  readonly first: string;
}

export const rule = ruleOn<'list', TagsTrait>(
  'shapegate#tags',
  'list',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'Tag keys differ in more than upper and lower case.',
  why: 'Keys are case-sensitive: `Owner` and `owner` are two tags, and reports that look for one miss the other.',
  help: ({ first }) => `Keep one spelling, such as ${quoteValue(first)}.`,
  source:
    'https://docs.aws.amazon.com/personalize/latest/dg/personalize-managing-tags.html, and the same on the pages of other services',
  related: ['tags/duplicate-key'],
  parameters: tagsTrait,
  check(tags, { trait: { key } }) {
    const keys = readTexts(tags, key);
    const words = keys.map((text) => text.toLowerCase());
    const hits: Hit<Facts>[] = [];
    if (!mayRepeat(words)) return hits;
    const exact = new Set<string>();
    const folded = new Map<string, number>();
    for (const [index, text] of keys.entries()) {
      if (text === '') continue;
      const isRepeated = exact.has(text);
      exact.add(text);
      const word = words[index] ?? '';
      const earlier = folded.get(word);
      if (earlier === undefined) folded.set(word, index);
      else if (!isRepeated)
        hits.push({
          at: placeText(index, key),
          facts: { key: text, first: keys[earlier] ?? '' },
          related: [{ at: placeText(earlier, key), message: 'the other spelling' }],
        });
    }
    return hits;
  },
  message: ({ key, first }) =>
    `${quoteValue(key)} differs from ${quoteValue(first)} in case alone, expected one spelling`,
  good: [
    {
      value: [
        { key: 'owner', value: 'jane' },
        { key: 'owners', value: 'nlp' },
      ],
    },
    {
      value: [
        { key: 'owner', value: 'jane' },
        { key: 'owner', value: 'jane' },
      ],
    },
    {
      value: [
        { key: 'cost-center', value: '42' },
        { key: 'cost_center', value: '42' },
      ],
    },
  ],
  bad: [
    {
      value: [
        { key: 'Owner', value: 'jane' },
        { key: 'owner', value: 'jane' },
      ],
      at: '/1/key',
      message: '`owner` differs from `Owner` in case alone, expected one spelling',
    },
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'env', value: 'dev' },
        { key: 'ENV', value: 'dev' },
      ],
      at: '/2/key',
      message: '`ENV` differs from `env` in case alone, expected one spelling',
    },
    {
      value: [
        { key: 'costCenter', value: '1' },
        { key: 'CostCenter', value: '2' },
      ],
      at: '/1/key',
      message: '`CostCenter` differs from `costCenter` in case alone, expected one spelling',
    },
  ],
});
