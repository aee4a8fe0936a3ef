import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly account: string;
  readonly expected: string;
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'warning',
  since: '0.1.0',
  summary: 'A role that is handed to a service is of the account that sends the request.',
  why: 'A role can be passed only within its own account; the request of another is refused.',
  help: ({ account, expected }) =>
    `Take a role of ${quoteValue(expected)}, or send the request from ${quoteValue(account)}.`,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  related: ['arn/partition', 'kms/account'],
  parameters: roleTrait,
  check(value, { trait, target }) {
    if (trait.sendersAccount !== true || target.account === undefined) return [];
    const verdict = examineArn(value, trait);
    if (verdict.problem !== 'none' || verdict.arn.account === target.account) return [];
    return [{ at: '', facts: { value, account: verdict.arn.account, expected: target.account } }];
  },
  message: ({ value, account, expected }) =>
    `${quoteValue(value)} is of the account ${quoteValue(account)}, expected ${quoteValue(expected)}, which sends the request`,
  good: [
    { value: 'arn:aws:iam::111122223333:role/nightly', target: { account: '111122223333' } },
    { value: 'arn:aws:iam::444455556666:role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/444455556666', target: { account: '111122223333' } },
    {
      value: 'arn:aws:iam::444455556666:role/nightly',
      trait: { service: 'iam', resourceType: 'role' },
      target: { account: '111122223333' },
    },
  ],
  bad: [
    {
      value: 'arn:aws:iam::444455556666:role/nightly',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:iam::444455556666:role/nightly` is of the account `444455556666`, expected `111122223333`, which sends the request',
    },
    {
      value: 'arn:aws:iam::444455556666:role/111122223333/nightly',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:iam::444455556666:role/111122223333/nightly` is of the account `444455556666`, expected `111122223333`, which sends the request',
    },
    {
      value: 'arn:aws:iam::011122223333:role/nightly',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:iam::011122223333:role/nightly` is of the account `011122223333`, expected `111122223333`, which sends the request',
    },
  ],
});
