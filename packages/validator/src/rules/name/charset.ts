import { type CharacterSet, characterSet, findStranger } from '../../rule/character-set.ts';
import type { ValueFix } from '../../rule/hit.ts';
import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';

/** The value of `shapegate#nameAlphabet`; the first three are bodies of character classes. */
export type NameAlphabet = {
  readonly characters: string;
  readonly first?: string;
  /** Characters of which no two may follow one another. */
  readonly single?: string;
  readonly replacement?: string;
};

interface Facts {
  readonly value: string;
  readonly problem: 'stranger' | 'first' | 'doubled';
  readonly found: string;
  readonly index: number;
  readonly expected: string;
  /** The name as the fix writes it; empty where there is none. */
  readonly proposed?: string;
}

interface Sets {
  readonly all: CharacterSet;
  readonly first: CharacterSet;
  readonly single: CharacterSet | null;
  /** Finds two of the single ones in a row. */
  readonly doubled: RegExp | null;
}

const known = new WeakMap<NameAlphabet, Sets>();

function readAlphabet(alphabet: NameAlphabet): Sets {
  let sets = known.get(alphabet);
  if (sets === undefined) {
    const all = characterSet(alphabet.characters);
    const first = alphabet.first === undefined ? all : characterSet(alphabet.first);
    const single = alphabet.single === undefined ? null : characterSet(alphabet.single);
    sets = { all, first, single, doubled: single === null ? null : new RegExp(`[${single.source}]{2}`, 'u') };
    known.set(alphabet, sets);
  }
  return sets;
}

function findProblem(value: string, { all, first, single, doubled }: Sets): Facts | null {
  const stranger = findStranger(value, all);
  if (stranger !== null)
    return {
      value,
      problem: 'stranger',
      found: stranger.character,
      index: stranger.index,
      expected: all.description,
    };
  const start = value.charAt(0);
  if (!first.has(start)) return { value, problem: 'first', found: start, index: 0, expected: first.description };
  const double = doubled?.exec(value) ?? null;
  if (single === null || double === null) return null;
  return { value, problem: 'doubled', found: double[0], index: double.index, expected: single.description };
}

/** Letters without their marks. */
function dropMarks(text: string): string {
  return /[^ -~]/.test(text) ? text.normalize('NFD').replaceAll(/\p{M}/gu, '') : text;
}

/** Marks fall off their letters, other strangers become the replacement, and where there is a rule against doubles they are joined. */
function proposeName(value: string, sets: Sets, replacement: string): string {
  let name = '';
  let endsReplaced = false;
  for (const character of dropMarks(value)) {
    const next = sets.all.has(character) ? character : replacement;
    if (name === '' && !sets.first.has(next)) continue;
    const isReplaced = next !== character;
    const last = name.at(-1) ?? '';
    if (isReplaced && last === next) continue;
    if (sets.single?.has(next) && sets.single.has(last)) continue;
    name += next;
    endsReplaced = isReplaced;
  }
  if (endsReplaced && name.length > 1) name = name.slice(0, -1);
  return name;
}

function nameCharacter(character: string): string {
  return quoteCharacter(character).replace(/^a (.*)$/, 'any $1');
}

export const rule = ruleOn<'string', NameAlphabet>(
  'shapegate#nameAlphabet',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A name has only the characters that the service allows at its place.',
  why: 'Names of one request may have different alphabets: a dot that is legal in one is refused in another, and the service names neither the character nor its place.',
  help: ({ problem, found, expected, proposed = '' }) => {
    const instead = proposed === '' ? '' : `Write ${quoteValue(proposed)}, or another name`;
    if (problem === 'doubled') {
      const name = instead === '' ? 'Keep one of the two' : instead;
      return `${name}: ${expected} may not follow one another.`;
    }
    if (instead === '') return 'Take the character away, or write another in its place.';
    return problem === 'first' ? `${instead} that starts otherwise.` : `${instead} without ${nameCharacter(found)}.`;
  },
  source: 'The model of the API, where it bears `shapegate#nameAlphabet`.',
  absorbs: ['shape/pattern'],
  related: ['name/fixed-job-name', 'shape/pattern'],
  parameters: { characters: 'a-zA-Z0-9_-', first: 'a-zA-Z0-9', single: '_-', replacement: '-' },
  check(value, { trait }) {
    const sets = readAlphabet(trait);
    const facts = value === '' ? null : findProblem(value, sets);
    if (facts === null) return [];
    // A name of kilobytes is too long whatever replaces its characters.
    const name = value.length > 1000 ? '' : proposeName(value, sets, trait.replacement ?? '');
    const fix: ValueFix = { title: `write \`${name}\``, kind: 'replace', pointer: '', value: name };
    if (name === '' || findProblem(name, sets) !== null) return [{ at: '', facts }];
    return [{ at: '', facts: Object.assign(facts, { proposed: name }), fix }];
  },
  message: ({ value, problem, found, index, expected }) => {
    if (problem === 'first') return `${quoteValue(value)} starts with ${quoteCharacter(found)}, expected ${expected}`;
    if (problem === 'doubled')
      return `${quoteValue(value)} has \`${found}\` at character ${index + 1}, expected a single one`;
    return `${quoteValue(value)} has ${quoteCharacter(found)} at character ${index + 1}, expected ${expected}`;
  },
  good: [
    { value: 'support_bot-v2' },
    { value: '8b' },
    { value: 'a-' },
    { value: 'llama-3.1+lora--x', trait: { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' } },
    { value: `a${'-'.repeat(61)}.`, trait: { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' } },
  ],
  bad: [
    {
      value: 'llama-3.1-8b',
      at: '',
      message: '`llama-3.1-8b` has `.` at character 8, expected letters, digits, `_` and `-`',
    },
    { value: 'support--bot', at: '', message: '`support--bot` has `--` at character 8, expected a single one' },
    { value: '-nightly', at: '', message: '`-nightly` starts with `-`, expected letters and digits' },
    {
      value: 'nightly run',
      at: '',
      message: '`nightly run` has a space at character 8, expected letters, digits, `_` and `-`',
    },
    {
      value: 'my_model',
      trait: { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' },
      at: '',
      message: '`my_model` has `_` at character 3, expected letters, digits, `+`, `.` and `-`',
    },
    {
      value: `a${'-'.repeat(61)}!`,
      trait: { characters: 'a-zA-Z0-9+.-', first: 'a-zA-Z0-9', replacement: '-' },
      at: '',
      message: `\`a${'-'.repeat(61)}!\` has \`!\` at character 63, expected letters, digits, \`+\`, \`.\` and \`-\``,
    },
  ],
});
