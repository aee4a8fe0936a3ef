import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectTags, listTags } from './read-input.ts';

const both = { on: ['/jobTags', '/modelTags'] };

/** Whatever the first list has, the others have too, and nothing else. */
export const sameTags: BuiltIn = {
  name: 'same-tags',
  summary: 'The lists have the same tags with the same values, in any order.',
  parameters: { on: { ...on, isCompared: true } },
  findPlaceFault: expectTags,
  *check({ on: [first = '', ...others] }, { input }) {
    const wanted = new Map(listTags(input, first).map(({ key, value }) => [key, value]));
    for (const pointer of others) {
      const tags = listTags(input, pointer);
      const found = new Map(tags.map(({ key, value }) => [key, value]));
      const missing = [...wanted.keys()].filter((key) => !found.has(key));
      if (missing.length > 0)
        yield {
          kind: 'hit',
          pointer,
          message: `${joinNames(missing)} of ${quoteValue(first)} ${missing.length === 1 ? 'is' : 'are'} missing`,
        };
      for (const { key, value, pointer: at } of tags) {
        const expected = wanted.get(key);
        if (expected === value) continue;
        const message =
          expected === undefined
            ? `the tag ${quoteValue(key)} is not in ${quoteValue(first)}`
            : `the tag ${quoteValue(key)} is ${quoteValue(value)}, expected ${quoteValue(expected)} as in ${quoteValue(first)}`;
        yield { kind: 'hit', pointer: at, message };
      }
    }
  },
  examples: [
    {
      with: both,
      input: { jobTags: [{ key: 'team', value: 'nlp' }], modelTags: [{ key: 'team', value: 'nlp' }] },
      hits: [],
    },
    { with: both, input: {}, hits: [] },
    {
      with: both,
      input: { jobTags: [{ key: 'team', value: 'nlp' }], modelTags: [{ key: 'team', value: 'cv' }] },
      hits: [{ pointer: '/modelTags/0/value', message: 'the tag `team` is `cv`, expected `nlp` as in `/jobTags`' }],
    },
    {
      with: both,
      input: { jobTags: [{ key: 'team', value: 'nlp' }] },
      hits: [{ pointer: '/modelTags', message: '`team` of `/jobTags` is missing' }],
    },
  ],
};
