import { quoteCharacter, quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { type ArnTrait, examineArn, roleTrait } from './examine.ts';

interface Facts {
  readonly value: string;
  readonly found: string;
}

export const rule = ruleOn<'string', ArnTrait>(
  'shapegate#arn',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'An ARN in a request names one resource, without wildcards.',
  why: 'Wildcards have a meaning in policies alone; in a request they are characters that no name has.',
  help: 'Write the name of the one resource.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html',
  absorbs: ['shape/pattern', 'shape/length'],
  related: ['arn/format'],
  parameters: roleTrait,
  check(value, { trait }) {
    if (examineArn(value, trait).problem !== 'wildcard') return [];
    return [{ at: '', facts: { value, found: value.includes('*') ? '*' : '?' } }];
  },
  message: ({ value, found }) => `${quoteValue(value)} has the wildcard ${quoteCharacter(found)}, expected one name`,
  good: [
    { value: 'arn:aws:iam::111122223333:role/nightly' },
    { value: 'arn:aws:iam::111122223333:role/any/every+all' },
    { value: 'arn:aws:iam::111122223333:role/AllReports' },
  ],
  bad: [
    {
      value: 'arn:aws:iam::111122223333:role/*',
      at: '',
      message: '`arn:aws:iam::111122223333:role/*` has the wildcard `*`, expected one name',
    },
    {
      value: 'arn:aws:iam::*:role/nightly',
      at: '',
      message: '`arn:aws:iam::*:role/nightly` has the wildcard `*`, expected one name',
    },
    {
      value: 'arn:aws:iam::111122223333:role/nightly-?',
      at: '',
      message: '`arn:aws:iam::111122223333:role/nightly-?` has the wildcard `?`, expected one name',
    },
  ],
});
