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

function adviseOn({ expected, found, text }: TypeFacts): string {
  if (found === 'null') return 'Leave the member out, or give it a value.';
  if (expected === 'string' && scalars.includes(found))
    return text === undefined ? 'Put it in quotes.' : `Put it in quotes: \`"${shortenText(text)}"\`.`;
  if (scalars.includes(expected) && found === 'string') return 'Write it without quotes.';
  if (expected === 'list' && found === 'mapping') return 'Write a list: each element on its own line, after `- `.';
  if (expected === 'list') return 'Write a list, of one element too: `[ … ]`.';
  if (expected === 'timestamp') return 'Write a date and a time with its offset, such as `2026-11-23T08:00:00Z`.';
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
  ],
});
