import { ruleOf } from '../rule-of.ts';

export interface ParseFacts {
  /** The parser's own words, without place, lower case, no full stop. */
  readonly problem: string;
}

export const rule = ruleOf<ParseFacts>('source', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A spec is YAML 1.2, or in a `.json` file JSON as RFC 8259 has it.',
  why: 'What cannot be read cannot be checked, and a gate that cannot decide is closed.',
  help: 'Correct the text at this place; in a `.json` file there are no comments and no trailing commas.',
  source: 'https://yaml.org/spec/1.2.2/ and https://www.rfc-editor.org/rfc/rfc8259',
  related: ['spec/duplicate-key', 'spec/encoding'],
  message: ({ problem }) => `the text cannot be read: ${problem}`,
  good: [{ spec: 'name: nightly # a comment\n' }, { spec: '{ "name": "nightly" }\n' }, { spec: 'name: &n nightly\n' }],
  bad: [],
});
