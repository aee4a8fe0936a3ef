import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectText, listTexts } from './read-input.ts';

const dated = { on: '/name', pattern: '^[a-z]+-\\d{4}$' };

/** A naming convention; the pattern is looked for anywhere in the text unless it says `^` and `$`. */
export const namePattern: BuiltIn = {
  name: 'name-pattern',
  summary: 'The text, or each element of the list, fits the pattern.',
  parameters: {
    on,
    pattern: {
      kind: 'pattern',
      required: true,
      description: 'A regular expression without look-around and back-references.',
    },
  },
  findPlaceFault: expectText,
  *check({ on: pointers, pattern }, { input }) {
    for (const pointer of pointers)
      for (const { pointer: at, value } of listTexts(input, pointer))
        if (pattern?.test(value) !== true)
          yield {
            kind: 'hit',
            pointer: at,
            message: `${quoteValue(value)} does not fit the pattern ${quoteValue(pattern?.source ?? '')}`,
          };
  },
  examples: [
    { with: dated, input: { name: 'nightly-2026' }, hits: [] },
    { with: dated, input: {}, hits: [] },
    {
      with: dated,
      input: { name: 'Nightly' },
      hits: [{ pointer: '/name', message: '`Nightly` does not fit the pattern `^[a-z]+-\\d{4}$`' }],
    },
  ],
};
