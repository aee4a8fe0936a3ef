import type { Hit, ValueFix } from '../../rule/hit.ts';
import { mayRepeat } from '../../rule/may-repeat.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { isObject, ownValue } from '../../shape/json.ts';
import { ruleOn } from '../rule-on.ts';
import { placeText, readTexts, type TagsTrait, tagsTrait } from './read-tags.ts';

interface Facts {
  readonly key: string;
  readonly isSame: boolean;
}

export const rule = ruleOn<'list', TagsTrait>(
  'shapegate#tags',
  'list',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A tag key stands once in its list.',
  why: 'A resource has one value for each key; the service refuses a list that gives two.',
  help: ({ isSame }) => (isSame ? 'Take one of the two equal tags away.' : 'Keep the tag with the value that holds.'),
  source:
    'https://docs.aws.amazon.com/personalize/latest/dg/personalize-managing-tags.html, and the same on the pages of other services',
  absorbs: ['shape/unique-items'],
  related: ['tags/case-duplicate'],
  parameters: tagsTrait,
  check(tags, { trait }) {
    const keys = readTexts(tags, trait.key);
    const hits: Hit<Facts>[] = [];
    if (!mayRepeat(keys)) return hits;
    const first = new Map<string, number>();
    const valueAt = (index: number) => {
      const tag = tags[index];
      return isObject(tag) ? ownValue(tag, trait.value) : undefined;
    };
    for (const [index, text] of keys.entries()) {
      if (text === '') continue;
      const earlier = first.get(text);
      if (earlier === undefined) {
        first.set(text, index);
        continue;
      }
      const isSame = typeof valueAt(index) === 'string' && valueAt(index) === valueAt(earlier);
      const facts = { key: text, isSame };
      const at = placeText(index, trait.key);
      const related = [{ at: placeText(earlier, trait.key), message: 'the first one' }];
      const fix: ValueFix = { title: 'take the second one away', kind: 'remove', pointer: `/${index}` };
      hits.push(isSame ? { at, facts, related, fix } : { at, facts, related });
    }
    return hits;
  },
  message: ({ key }) => `the key ${quoteValue(key)} stands twice, expected once`,
  good: [
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'owner', value: 'nlp' },
      ],
    },
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'team ', value: 'nlp' },
      ],
    },
    {
      value: [
        { key: '__proto__', value: 'a' },
        { key: 'constructor', value: 'b' },
      ],
    },
  ],
  bad: [
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'owner', value: 'jane' },
        { key: 'team', value: 'vision' },
      ],
      at: '/2/key',
      message: 'the key `team` stands twice, expected once',
    },
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'team', value: 'nlp' },
      ],
      at: '/1/key',
      message: 'the key `team` stands twice, expected once',
    },
    {
      value: [
        { key: '__proto__', value: 'a' },
        { key: '__proto__', value: 'b' },
      ],
      at: '/1/key',
      message: 'the key `__proto__` stands twice, expected once',
    },
  ],
});
