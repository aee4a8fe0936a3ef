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
  help: ({ character }) =>
    character === undefined
      ? 'Write a text that the pattern accepts.'
      : `Take ${quoteCharacter(character).replace(/^a /, 'the ')} away, or write another character in its place.`,
  source: 'The model of the API.',
  related: ['shape/length', 'shape/enum'],
  message: ({ value, pattern, character, index }) => {
    const found =
      character === undefined || index === undefined
        ? 'does not match'
        : `has ${quoteCharacter(character)} at character ${index + 1}`;
    return `${quoteValue(value)} ${found}, expected a match of \`${shortenText(pattern)}\``;
  },
  good: [{ spec: 'name: nightly-2026.11.23\n' }, { spec: 'name: 3rd\n' }],
  bad: [
    {
      spec: 'name: nightly run\n',
      at: '/name',
      message: '`nightly run` has a space at character 8, expected a match of `^[a-zA-Z0-9][a-zA-Z0-9.-]*$`',
    },
    {
      spec: 'name: -nightly\n',
      at: '/name',
      message: '`-nightly` has `-` at character 1, expected a match of `^[a-zA-Z0-9][a-zA-Z0-9.-]*$`',
    },
  ],
});
