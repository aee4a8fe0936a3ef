import { isAccountId } from '../../rule/account-id.ts';
import { parseArn } from '../../rule/arn.ts';
import { joinNames } from '../../rule/join-names.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { type BuiltIn, on } from './built-in.ts';
import { expectText, listTexts } from './read-input.ts';

const own = { on: '/roleArn', accounts: ['111122223333'] };

/** The account of an ARN; an ARN without one, and a name that is no ARN, is of the account that sends the request. */
export const allowedAccounts: BuiltIn = {
  name: 'allowed-accounts',
  summary: 'What the ARN names belongs to one of the accounts.',
  parameters: { on, accounts: { kind: 'accounts', required: true, description: 'The accounts that are allowed.' } },
  findPlaceFault: expectText,
  *check({ on: pointers, accounts }, { input, target }) {
    for (const pointer of pointers)
      for (const { pointer: at, value } of listTexts(input, pointer)) {
        const stated = isAccountId(value) ? value : (parseArn(value)?.account ?? '');
        const account = stated === '' ? target.account : stated;
        if (account === undefined) {
          yield { kind: 'failure', message: `nothing says the account of ${quoteValue(value)}` };
          continue;
        }
        if (accounts.includes(account)) continue;
        const message = `${quoteValue(value)} is of the account ${quoteValue(account)}, expected ${joinNames(accounts, 'or')}`;
        yield { kind: 'hit', pointer: at, message };
      }
  },
  examples: [
    { with: own, input: { roleArn: 'arn:aws:iam::111122223333:role/import' }, hits: [] },
    { with: own, input: {}, hits: [] },
    { with: own, target: { account: '111122223333' }, input: { roleArn: 'alias/weights' }, hits: [] },
    {
      with: own,
      input: { roleArn: 'arn:aws:iam::444455556666:role/import' },
      hits: [
        {
          pointer: '/roleArn',
          message: '`arn:aws:iam::444455556666:role/import` is of the account `444455556666`, expected `111122223333`',
        },
      ],
    },
  ],
};
