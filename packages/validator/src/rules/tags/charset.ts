import { type CharacterSet, characterSet, findStranger } from '../../rule/character-set.ts';
import type { Hit } from '../../rule/hit.ts';
import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import type { JsonValue } from '../../shape/json.ts';
import { ruleOn } from '../rule-on.ts';
import { placeText, readTexts, type TagsTrait, tagsTrait } from './read-tags.ts';

interface Facts {
  readonly text: string;
  readonly character: string;
  readonly index: number;
  readonly expected: string;
}

function findStrangers(tags: readonly JsonValue[], member: string, allowed: CharacterSet): Hit<Facts>[] {
  const hits: Hit<Facts>[] = [];
  const texts = readTexts(tags, member);
  for (let tag = 0; tag < texts.length; tag++) {
    const text = texts[tag] ?? '';
    const stranger = findStranger(text, allowed);
    if (stranger === null) continue;
    const { character, index } = stranger;
    hits.push({ at: placeText(tag, member), facts: { text, character, index, expected: allowed.description } });
  }
  return hits;
}

export const rule = ruleOn<'list', TagsTrait>(
  'shapegate#tags',
  'list',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'Keys and values of tags have only the characters that the service takes.',
  why: 'Services differ: many take every letter of Unicode, some only those of ASCII, and the refusal names no character.',
  help: ({ character }) =>
    `Take ${quoteCharacter(character).replace(/^a /, 'the ')} away, or write another character in its place.`,
  source: 'The model of the API, where it bears `shapegate#tags`.',
  absorbs: ['shape/pattern'],
  related: ['tags/reserved-prefix', 'shape/pattern'],
  parameters: tagsTrait,
  check(tags, { trait }) {
    if (trait.characters === undefined) return [];
    const allowed = characterSet(trait.characters);
    return findStrangers(tags, trait.key, allowed).concat(findStrangers(tags, trait.value, allowed));
  },
  message: ({ text, character, index, expected }) =>
    `${quoteValue(text)} has ${quoteCharacter(character)} at character ${index + 1}, expected ${expected}`,
  good: [
    { value: [{ key: 'a.b_c:d/e=f+g@h-i', value: '' }] },
    { value: [{ key: 'cost center', value: 'r and d' }] },
    { value: [{ key: 'note', value: 'two\nlines' }] },
    {
      value: [{ key: 'Équipe', value: 'R&D' }],
      trait: { limit: 50, key: 'key', value: 'value' },
    },
  ],
  bad: [
    {
      value: [{ key: 'Équipe', value: 'nlp' }],
      at: '/0/key',
      message:
        '`Équipe` has `É` at character 1, expected letters, digits, spaces, `.`, `_`, `:`, `/`, `=`, `+`, `@` and `-`',
    },
    {
      value: [{ key: 'team', value: 'R&D' }],
      at: '/0/value',
      message:
        '`R&D` has `&` at character 2, expected letters, digits, spaces, `.`, `_`, `:`, `/`, `=`, `+`, `@` and `-`',
    },
    {
      value: [
        { key: 'team', value: 'nlp' },
        { key: 'mascot', value: '🦉#1' },
      ],
      at: '/1/value',
      message:
        '`🦉#1` has `🦉` at character 1, expected letters, digits, spaces, `.`, `_`, `:`, `/`, `=`, `+`, `@` and `-`',
    },
  ],
});
