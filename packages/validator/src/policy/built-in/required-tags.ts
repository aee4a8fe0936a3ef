import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectTags, listTags } from './read-input.ts';

const tags = { on: ['/jobTags'], keys: ['team'], values: { env: ['dev', 'prod'] } };

/** Tags that must be there; those with `values` must have one of them. */
export const requiredTags: BuiltIn = {
  name: 'required-tags',
  summary: 'Each of the tags is there, and has one of its values.',
  parameters: {
    on,
    keys: { kind: 'texts', required: false, description: 'Keys of tags that must be there.' },
    values: {
      kind: 'textsByName',
      required: false,
      description: 'Values that a tag may have, by its key; such a tag must be there as well.',
    },
  },
  anyOf: ['keys', 'values'],
  findPlaceFault: expectTags,
  *check({ on: pointers, keys, valuesOf }, { input }) {
    const wanted = [...new Set([...keys, ...valuesOf.keys()])];
    for (const pointer of pointers) {
      const found = listTags(input, pointer);
      const missing = wanted.filter((key) => !found.some((tag) => tag.key === key));
      if (missing.length > 0) {
        const [tag, verb] = missing.length === 1 ? ['tag', 'is'] : ['tags', 'are'];
        // Two lists may have one place, where both are missing.
        const message = `the ${tag} ${joinNames(missing)} ${verb} missing in ${quoteValue(pointer)}`;
        yield { kind: 'hit', pointer, message };
      }
      for (const { key, value, pointer: at } of found) {
        const values = valuesOf.get(key);
        if (values === undefined || values.includes(value)) continue;
        const message = `the tag ${quoteValue(key)} is ${quoteValue(value)}, expected ${joinNames(values, 'or')}`;
        yield { kind: 'hit', pointer: at, message };
      }
    }
  },
  examples: [
    {
      with: tags,
      input: {
        jobTags: [
          { key: 'team', value: 'nlp' },
          { key: 'env', value: 'dev' },
        ],
      },
      hits: [],
    },
    {
      with: tags,
      input: {},
      hits: [{ pointer: '/jobTags', message: 'the tags `team` and `env` are missing in `/jobTags`' }],
    },
    {
      with: tags,
      input: { jobTags: [{ key: 'env', value: 'test' }] },
      hits: [
        { pointer: '/jobTags', message: 'the tag `team` is missing in `/jobTags`' },
        { pointer: '/jobTags/0/value', message: 'the tag `env` is `test`, expected `dev` or `prod`' },
      ],
    },
  ],
};
