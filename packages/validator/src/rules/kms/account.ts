import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { isManaged, type KmsTrait, keyTrait, readKey } from './read-key.ts';

interface Facts {
  readonly value: string;
  readonly account: string;
  readonly expected: string;
}

export const rule = ruleOn<'string', KmsTrait>(
  'shapegate#kmsKeyId',
  'string',
)<Facts>({
  severity: 'info',
  since: '0.1.0',
  summary: 'A key is of the account that sends the request, or its policy lets that account in.',
  why: 'A key of another account works only where its own policy allows the caller; what the caller may do is not enough.',
  help: ({ account, expected }) =>
    `Make sure that the policy of the key in ${quoteValue(account)} allows callers of ${quoteValue(expected)}.`,
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html',
  related: ['kms/region', 'arn/account'],
  parameters: keyTrait,
  check(value, { trait, target }) {
    const reading = readKey(value);
    if (target.account === undefined || reading.form === null || reading.arn === null || isManaged(reading)) return [];
    if (!trait.forms.includes(reading.form)) return [];
    const { account } = reading.arn;
    return account === target.account ? [] : [{ at: '', facts: { value, account, expected: target.account } }];
  },
  message: ({ value, account, expected }) =>
    `${quoteValue(value)} is a key of the account ${quoteValue(account)}, expected ${quoteValue(expected)}`,
  good: [
    { value: 'arn:aws:kms:eu-central-1:111122223333:alias/nightly', target: { account: '111122223333' } },
    { value: 'arn:aws:kms:eu-central-1:444455556666:alias/nightly' },
    { value: '1234abcd-12ab-34cd-56ef-1234567890ab', target: { account: '111122223333' } },
  ],
  bad: [
    {
      value: 'arn:aws:kms:eu-central-1:444455556666:alias/nightly',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:kms:eu-central-1:444455556666:alias/nightly` is a key of the account `444455556666`, expected `111122223333`',
    },
    {
      value: 'arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:kms:eu-central-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab` is a key of the account `444455556666`, expected `111122223333`',
    },
    {
      value: 'arn:aws:kms:eu-central-1:444455556666:alias/111122223333',
      target: { account: '111122223333' },
      at: '',
      message:
        '`arn:aws:kms:eu-central-1:444455556666:alias/111122223333` is a key of the account `444455556666`, expected `111122223333`',
    },
  ],
});
