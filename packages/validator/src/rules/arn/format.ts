import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly found: string;
  readonly expected: string;
  readonly help: string;
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'An ARN has six fields, an account of twelve digits, and a name and path that the resource can have.',
  why: 'Patterns of APIs accept ARNs that can name nothing: an empty account, a space in the name, a name of 65 characters.',
  help: ({ help }) => help,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html',
  absorbs: ['shape/pattern', 'shape/length'],
  related: ['arn/resource', 'arn/partition', 'arn/wildcard'],
  parameters: roleTrait,
  check(value, { trait }) {
    if (value === '') return [];
    const verdict = examineArn(value, trait);
    if (verdict.problem !== 'format') return [];
    const { found, expected, help } = verdict;
    const facts = { value, found, expected, help };
    const trimmed = value.trim();
    if (trimmed === value || examineArn(trimmed, trait).problem !== 'none') return [{ at: '', facts }];
    return [{ at: '', facts, fix: { title: 'trim it', kind: 'replace', pointer: '', value: trimmed } }];
  },
  message: ({ value, found, expected }) => `${quoteValue(value)} ${found}, expected ${expected}`,
  good: [
    { value: 'arn:aws:iam::111122223333:role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/service-role/team/r@example.com=a,b+c' },
    { value: 'arn:aws:iam::111122223333:role//odd//nightly' },
    { value: `arn:aws-us-gov:iam::111122223333:role/${'n'.repeat(64)}` },
    { value: `arn:aws:iam::111122223333:role/${'p'.repeat(510)}/nightly` },
  ],
  bad: [
    { value: 'nightly', at: '', message: '`nightly` is not an ARN, expected `arn:partition:iam::account:role/name`' },
    {
      value: 'arn:aws:iam::11112222333:role/nightly',
      at: '',
      message: '`arn:aws:iam::11112222333:role/nightly` has the account `11112222333`, expected 12 digits',
    },
    {
      value: 'arn:aws:iam:::role/nightly',
      at: '',
      message: '`arn:aws:iam:::role/nightly` has no account, expected 12 digits',
    },
    {
      value: 'arn:aws:iam::111122223333:role/night run',
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/night run` has a space in its name, at character 37, expected letters, digits, `_`, `+`, `=`, `,`, `.`, `@` and `-`',
    },
    {
      value: `arn:aws:iam::111122223333:role/${'n'.repeat(65)}`,
      at: '',
      message: `\`arn:aws:iam::111122223333:role/${'n'.repeat(24)}…${'n'.repeat(24)}\` has a name of 65 characters, expected at most 64`,
    },
    {
      value: 'arn:aws:iam::111122223333:role/nightly\n',
      at: '',
      message: '`arn:aws:iam::111122223333:role/nightly\\n` has white space around it, expected none',
    },
    {
      value: 'arn:aws:iam:us-east-1:111122223333:role/nightly',
      at: '',
      message: '`arn:aws:iam:us-east-1:111122223333:role/nightly` has the Region `us-east-1`, expected none',
    },
  ],
});
