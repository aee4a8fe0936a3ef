import type { MacroName } from '../language/tree.ts';
import type { ReferenceEntry } from './example.ts';

/** Macros look like functions; their first argument is a name that the second may speak of. */
export const macros: Readonly<Record<MacroName | 'has', ReferenceEntry>> = {
  has: {
    form: 'has(x.member)',
    signatures: ['has(member) → bool'],
    summary:
      'Whether the member is there, or the map has the key. What it asks for may be read where it holds: behind `&&`, in the first outcome of `?`, behind `||` where it stands with `!`.',
    examples: [
      { source: 'has(input.network)', gives: 'true' },
      { source: 'has(input.keyId)', gives: 'false' },
    ],
  },
  all: {
    form: 'range.all(item, condition)',
    signatures: ['list.all(item, bool) → bool', 'map.all(key, bool) → bool'],
    summary: 'Whether the condition holds of every element; true for none.',
    examples: [
      { source: 'has(input.tags) && input.tags.all(tag, tag.value != "")', gives: 'true' },
      { source: '[].all(item, item == 1)', gives: 'true' },
    ],
  },
  exists: {
    form: 'range.exists(item, condition)',
    signatures: ['list.exists(item, bool) → bool', 'map.exists(key, bool) → bool'],
    summary: 'Whether the condition holds of at least one element.',
    examples: [
      { source: 'has(input.tags) && input.tags.exists(tag, tag.key == "team")', gives: 'true' },
      { source: 'has(input.labels) && input.labels.exists(key, key == "stage")', gives: 'true' },
    ],
  },
  exists_one: {
    form: 'range.exists_one(item, condition)',
    signatures: ['list.exists_one(item, bool) → bool', 'map.exists_one(key, bool) → bool'],
    summary: 'Whether the condition holds of exactly one element.',
    examples: [{ source: 'has(input.tags) && input.tags.exists_one(tag, tag.key == "team")', gives: 'true' }],
  },
  filter: {
    form: 'range.filter(item, condition)',
    signatures: ['list.filter(item, bool) → list', 'map.filter(key, bool) → list'],
    summary: 'The elements, or keys, of which the condition holds.',
    examples: [
      {
        source: 'has(input.tags) ? input.tags.filter(tag, tag.key == "env").map(tag, tag.value) : []',
        gives: '["dev"]',
      },
    ],
  },
  map: {
    form: 'range.map(item, value)',
    signatures: ['list.map(item, t) → list of t', 'list.map(item, bool, t) → list of t', 'map.map(key, t) → list of t'],
    summary: 'What the expression gives for each element; with a condition before it, for each of which that holds.',
    examples: [
      { source: 'has(input.tags) ? input.tags.map(tag, tag.key) : []', gives: '["team", "env"]' },
      { source: '[1, 2, 3].map(item, item > 1, item * 10)', gives: '[20, 30]' },
    ],
  },
};
