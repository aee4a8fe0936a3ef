import { ruleOf } from '../rule-of.ts';

export interface ParseFacts {
  /** The parser's own words, without place, lower case, no full stop. */
  readonly problem: string;
}

/** What mostly lies behind a parser's words, the likeliest first. */
const causes: readonly (readonly [words: RegExp, help: string])[] = [
  [/deficient indentation/, 'Close the bracket or the quote that is open, or indent this line as those before it.'],
  [
    /indentation of a|bad indentation/,
    'Give all members of one mapping as many spaces; put a text that holds `: ` in quotes.',
  ],
  [/\btab/, 'Indent with spaces.'],
  [/anchor/, 'Set the anchor before its alias; put a text that begins with `*` in quotes.'],
  [/comment/, 'Take the comment away; a `.yaml` file may have them.'],
  [/trailing comma/, 'Take the comma away.'],
  [/double quotes/, 'Write names and texts in double quotes.'],
  [/expected the end/, 'Keep one value in a `.json` file; a `.yaml` file may hold several documents.'],
];

export const rule = ruleOf<ParseFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is YAML 1.2, or in a `.json` file JSON as RFC 8259 has it.',
  why: 'What cannot be read cannot be checked, and a gate that cannot decide is closed.',
  help: ({ problem }) =>
    causes.find(([words]) => words.test(problem))?.[1] ??
    'Correct the text at this place; mostly a quote, a bracket or a space before it is missing.',
  source: 'https://yaml.org/spec/1.2.2/ and https://www.rfc-editor.org/rfc/rfc8259',
  related: ['spec/duplicate-key', 'spec/encoding'],
  message: ({ problem }) => `the text cannot be read: ${problem}`,
  good: [{ spec: 'name: nightly # a comment\n' }, { spec: '{ "name": "nightly" }\n' }, { spec: 'name: &n nightly\n' }],
  bad: [],
});
