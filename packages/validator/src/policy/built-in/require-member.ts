import { lastToken } from '../../diagnostic/pointer.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { findValue } from './read-input.ts';

/** A member that the model lets out. */
export const requireMember: BuiltIn = {
  name: 'require-member',
  summary: 'The member is there.',
  parameters: { on },
  asksPresence: true,
  findPlaceFault: () => null,
  *check({ on: pointers }, { input }) {
    for (const pointer of pointers) {
      const value = findValue(input, pointer);
      if (value === undefined || value === null)
        yield { kind: 'hit', pointer, message: `${quoteValue(lastToken(pointer))} is missing` };
    }
  },
  examples: [
    { with: { on: '/network/subnetIds' }, input: { network: { subnetIds: [] } }, hits: [] },
    {
      with: { on: ['/network/subnetIds'] },
      input: { name: 'nightly' },
      hits: [{ pointer: '/network/subnetIds', message: '`subnetIds` is missing' }],
    },
  ],
};
