import { quoteValue } from '../../rule/quote-value.ts';
import { compileLinear, type LinearMatcher } from '../../shape/pattern/matcher.ts';
import { ruleOn } from '../rule-on.ts';

type Options = { readonly pattern: string };

interface Facts {
  readonly name: string;
}

/** Letters and digits in turn, as in `m1x2y3`: the mark of something random rather than of a word. */
function countTurns(token: string): number {
  let turns = 0;
  for (let i = 1; i < token.length; i++) if (/\d/.test(token.charAt(i)) !== /\d/.test(token.charAt(i - 1))) turns++;
  return turns;
}

function changes(token: string, isLast: boolean): boolean {
  if (/\d{6}/.test(token)) return true;
  if (/^[0-9a-f]{7,}$/i.test(token) && /\d/.test(token) && /[a-f]/i.test(token)) return true;
  if (token.length >= 5 && countTurns(token) >= 3) return true;
  return isLast && /^(?:v|r|run|try|attempt)?\d+$/i.test(token);
}

/** The pattern is a team's own; a linear engine keeps a careless one from hanging the lint. */
const matchers = new Map<string, LinearMatcher | null>();

function findInName(pattern: string, name: string): boolean {
  let matcher = matchers.get(pattern);
  if (matcher === undefined) {
    matcher = compileLinear(pattern);
    matchers.set(pattern, matcher);
  }
  return matcher?.test(name) === true;
}

export const rule = ruleOn<'string', Readonly<Record<string, never>>, Options>(
  'shapegate#singleUseName',
  'string',
)<Facts>({
  severity: 'info',
  since: '0.1.0',
  summary: 'A name that can be used only once has something in it that changes from run to run.',
  why: 'The name is used up by the request, by one that failed too; a spec with a fixed name works once, and its second run is refused.',
  help: 'Add a date and a time, a commit or a counter, such as `-20261123-0800`.',
  source: 'The service answers "The provided job name is currently in use.", as seen in the field.',
  related: ['name/charset', 'cross/job-name'],
  options: {
    pattern: {
      description: 'Names in which this is found are let pass too: what your pipelines put in a name.',
      schema: { type: 'string', format: 'regex' },
      default: null,
      example: '-build[a-z]+$',
    },
  },
  parameters: {},
  check(name, { options }) {
    if (name === '' || name.length > 1000) return [];
    if (options.pattern !== undefined && findInName(options.pattern, name)) return [];
    if (/\d{4}[-.]\d{2}[-.]\d{2}/.test(name)) return [];
    const tokens = name.split(/[-_.+]+/).filter((token) => token !== '');
    return tokens.some((token, i) => changes(token, i === tokens.length - 1)) ? [] : [{ at: '', facts: { name } }];
  },
  message: ({ name }) => `${quoteValue(name)} is the same in every run, expected a date, a commit or a counter in it`,
  good: [
    { value: 'nightly-2026-11-23' },
    { value: 'support-bot-1753228800' },
    { value: 'support-bot-9f3c2ab' },
    { value: 'import-support-bot-m1x2y3' },
    { value: 'qwen25-7b-instruct-run-3' },
    { value: 'nightly-buildabc', options: { pattern: '-build[a-z]+$' } },
  ],
  bad: [
    {
      value: 'build-nightly',
      options: { pattern: '-build[a-z]+$' },
      at: '',
      message: '`build-nightly` is the same in every run, expected a date, a commit or a counter in it',
    },
    {
      value: 'nightly',
      at: '',
      message: '`nightly` is the same in every run, expected a date, a commit or a counter in it',
    },
    {
      value: 'llama-3.1-8b-instruct',
      at: '',
      message: '`llama-3.1-8b-instruct` is the same in every run, expected a date, a commit or a counter in it',
    },
    {
      value: 'mixtral-8x7b',
      at: '',
      message: '`mixtral-8x7b` is the same in every run, expected a date, a commit or a counter in it',
    },
  ],
});
