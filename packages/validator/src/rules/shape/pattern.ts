import { quoteCharacter, quoteValue, shortenText } from '../../rule/quote-value.ts';
import { ruleOf } from '../rule-of.ts';

export interface PatternFacts {
  readonly value: string;
  /** As the model writes it. */
  readonly pattern: string;
  /** The first character that no longer fits, where that is known. */
  readonly character?: string;
  /** Its place in code points, 0-based. */
  readonly index?: number;
}

export const rule = ruleOf<PatternFacts>('structure', {
  severity: 'error',
  since: '0.1.0',
  summary: 'A string matches the pattern that the model gives it.',
  why: 'The service refuses the request otherwise; most SDKs do not check patterns.',
  help: ({ character, index }) =>
    character === undefined
      ? 'Write a value that the pattern accepts.'
      : `${quoteCharacter(character)} does not fit${index === undefined ? '' : ` at character ${index + 1}`}.`.replace(
          /^a/,
          'A',
        ),
  source: 'The model of the API.',
  related: ['shape/length', 'shape/enum'],
  message: ({ value, pattern }) => `${quoteValue(value)} does not match, expected \`${shortenText(pattern)}\``,
  good: [{ spec: 'name: nightly-2026.11.23\n' }, { spec: 'name: 3rd\n' }],
  bad: [
    {
      spec: 'name: nightly run\n',
      at: '/name',
      message: '`nightly run` does not match, expected `^[a-zA-Z0-9][a-zA-Z0-9.-]*$`',
    },
    {
      spec: 'name: -nightly\n',
      at: '/name',
      message: '`-nightly` does not match, expected `^[a-zA-Z0-9][a-zA-Z0-9.-]*$`',
    },
  ],
});
