import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { listScalars } from './read-input.ts';

const sizes = { on: '/size', values: ['SMALL', 'LARGE'] };

/** One of some values, where there is one. */
export const allowedValues: BuiltIn = {
  name: 'allowed-values',
  summary: 'The value, or each element of the list, is one of those that are allowed.',
  parameters: { on, values: { kind: 'values', required: true, description: 'The values that are allowed.' } },
  findPlaceFault: ({ shape }, element) => {
    if (['structure', 'union', 'map'].includes(shape.type))
      return `leads to a ${shape.type}, expected a single value or a list`;
    return element !== null && ['structure', 'union', 'map', 'list'].includes(element.shape.type)
      ? `leads to a list of ${element.shape.type}s, expected a single value or a list of them`
      : null;
  },
  *check({ on: pointers, values }, { input }) {
    for (const pointer of pointers)
      for (const { pointer: at, value } of listScalars(input, pointer))
        if (!values.includes(value)) {
          const message = `found ${quoteValue(value)}, expected ${joinNames(values.map(String), 'or')}`;
          yield { kind: 'hit', pointer: at, message };
        }
  },
  examples: [
    { with: sizes, input: { size: 'SMALL' }, hits: [] },
    { with: sizes, input: {}, hits: [] },
    {
      with: sizes,
      input: { size: 'HUGE' },
      hits: [{ pointer: '/size', message: 'found `HUGE`, expected `SMALL` or `LARGE`' }],
    },
    {
      with: { on: ['/zones'], values: ['a', 'b'] },
      input: { zones: ['a', 'c'] },
      hits: [{ pointer: '/zones/1', message: 'found `c`, expected `a` or `b`' }],
    },
  ],
};
