import { countOf } from '../../rule/count-of.ts';
import { ruleOn } from '../rule-on.ts';
import { type TagsTrait, tagsTrait } from './read-tags.ts';

type Options = { readonly limit: number };

interface Facts {
  readonly count: number;
  readonly limit: number;
}

const few = (count: number) => Array.from({ length: count }, (_, i) => ({ key: `team-${i}`, value: 'nlp' }));

export const rule = ruleOn<'list', TagsTrait, Options>(
  'shapegate#tags',
  'list',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A resource has no more tags than the service keeps on one.',
  why: 'The shape of the request may allow more; the service then answers that there are too many tags.',
  help: ({ count, limit }) => `Take ${countOf(count - limit, 'tags')} away.`,
  source: 'The model of the API, where it bears `shapegate#tags`.',
  absorbs: ['shape/length'],
  related: ['tags/duplicate-key', 'shape/length'],
  options: {
    limit: {
      description: 'How many tags one resource may have, in place of what the model says.',
      schema: { type: 'integer', minimum: 1 },
      default: null,
      example: 40,
    },
  },
  parameters: tagsTrait,
  check(tags, { trait, options }) {
    const limit = options.limit ?? trait.limit;
    return tags.length > limit ? [{ at: '', facts: { count: tags.length, limit } }] : [];
  },
  message: ({ count, limit }) => `${countOf(count, 'tags')}, expected at most ${limit}`,
  good: [{ value: [] }, { value: few(50) }, { value: few(60), trait: { limit: 60, key: 'key', value: 'value' } }],
  bad: [
    { value: few(41), options: { limit: 40 }, at: '', message: '41 tags, expected at most 40' },
    { value: few(51), at: '', message: '51 tags, expected at most 50' },
    { value: few(201), at: '', message: '201 tags, expected at most 50' },
    { value: few(6), trait: { limit: 5, key: 'key', value: 'value' }, at: '', message: '6 tags, expected at most 5' },
  ],
});
