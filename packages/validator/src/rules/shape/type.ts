import { quoteValue, shortenText } from '../../rule/quote-value.ts';
import { nameKind, type ValueKind } from '../../rule/value-kind.ts';
import { ruleOf } from '../rule-of.ts';

export interface TypeFacts {
  readonly expected: ValueKind;
  readonly found: ValueKind;
  /** A scalar's own text, as the spec writes it. */
  readonly text?: string;
}

const scalars: readonly ValueKind[] = ['integer', 'number', 'boolean'];

function adviseOnBoolean(text = ''): string {
  if (/^(?:true|false)$/i.test(text)) return `Write \`${text.toLowerCase()}\` without quotes.`;
  const word = /^(?:yes|on|1)$/i.test(text) ? 'true' : /^(?:no|off|0)$/i.test(text) ? 'false' : null;
  return word === null ? 'Write `true` or `false`.' : `Write \`${word}\`.`;
}

function adviseOnNumber(expected: ValueKind, found: ValueKind, text = ''): string {
  const isWhole = expected === 'integer';
  const wanted = isWhole ? 'a whole number' : 'a number';
  if (found !== 'string') return `Write ${wanted}, such as \`1\`.`;
  const digits = /^-?\d{1,15}(?:\.\d{1,15})?/.exec(text)?.[0];
  if (digits === undefined || (isWhole && digits.includes('.'))) return `Write ${wanted}, such as \`1\`.`;
  return digits === text ? `Write \`${digits}\` without quotes.` : `Write the number alone, such as \`${digits}\`.`;
}

function adviseOn({ expected, found, text }: TypeFacts): string {
  if (found === 'null') return 'Leave the member out, or give it a value.';
  if (expected === 'string' && scalars.includes(found))
    return text === undefined ? 'Put it in quotes.' : `Put it in quotes: \`"${shortenText(text)}"\`.`;
  if (expected === 'boolean') return adviseOnBoolean(text);
  if (scalars.includes(expected)) return adviseOnNumber(expected, found, text);
  if (expected === 'list' && found === 'mapping') return 'Write a list: each element on its own line, after `- `.';
  if (expected === 'list') return 'Write a list, of one element too: `[ … ]`.';
  if (expected === 'timestamp') return 'Write a date and a time with its offset, such as `2026-11-23T08:00:00Z`.';
  if (expected === 'mapping') return 'Write a mapping: each member on its own line, as `name: value`.';
  if (expected === 'string') return 'Write one text in its place.';
  return `Write ${nameKind(expected)}.`;
}

export const rule = ruleOf<TypeFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A value has the type that the model gives its member.',
  why: 'YAML reads `42`, `true` and `null` as a number, a boolean and nothing; the service takes only what the model says.',
  help: adviseOn,
  source: 'The model of the API.',
  related: ['spec/mapping', 'shape/required'],
  message: ({ expected, found, text }) =>
    text === undefined || found === 'null'
      ? `found ${nameKind(found)}, expected ${nameKind(expected)}`
      : `${quoteValue(text)} is ${nameKind(found)}, expected ${nameKind(expected)}`,
  good: [
    { spec: 'name: "42"\n' },
    { spec: 'name: 2026-11-23-nightly\n' },
    { spec: 'name: nightly\nlabels: { built: "true" }\n' },
  ],
  bad: [
    { spec: 'name: 42\n', at: '/name', message: '`42` is an integer, expected a string' },
    { spec: 'name: nightly\nsize: null\n', at: '/size', message: 'found `null`, expected a string' },
    { spec: 'name: nightly\nzones: a\n', at: '/zones', message: '`a` is a string, expected a list' },
    { spec: 'name: nightly\nworkers: 4 GB\n', at: '/workers', message: '`4 GB` is a string, expected an integer' },
    { spec: 'name: nightly\nenabled: yes\n', at: '/enabled', message: '`yes` is a string, expected a boolean' },
  ],
});
