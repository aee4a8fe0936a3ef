import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { isManaged, type KmsTrait, keyTrait, readKey } from './read-key.ts';

interface Facts {
  readonly value: string;
}

export const rule = ruleOn<'string', KmsTrait>(
  'shapegate#kmsKeyId',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A key that is named in a request is one of your own, not one that AWS manages.',
  why: 'The policy of a managed key lets in the one service that it is for, and cannot be changed.',
  help: 'Take a symmetric key of your own, or leave the member out if the key of the service will do.',
  source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateAlias.html',
  absorbs: ['shape/pattern'],
  related: ['kms/key-id'],
  parameters: keyTrait,
  check(value, { trait }) {
    const reading = readKey(value);
    const isFound = reading.form !== null && trait.forms.includes(reading.form) && isManaged(reading);
    return isFound ? [{ at: '', facts: { value } }] : [];
  },
  message: ({ value }) => `${quoteValue(value)} is a key that AWS manages, expected one of your own`,
  good: [
    { value: 'alias/awsome/nightly' },
    { value: 'alias/team/aws/nightly' },
    { value: 'arn:aws:kms:eu-central-1:111122223333:alias/aws-nightly' },
  ],
  bad: [
    { value: 'alias/aws/s3', at: '', message: '`alias/aws/s3` is a key that AWS manages, expected one of your own' },
    {
      value: 'arn:aws:kms:eu-central-1:111122223333:alias/aws/ebs',
      at: '',
      message:
        '`arn:aws:kms:eu-central-1:111122223333:alias/aws/ebs` is a key that AWS manages, expected one of your own',
    },
    {
      value: 'alias/aws/team/nightly',
      at: '',
      message: '`alias/aws/team/nightly` is a key that AWS manages, expected one of your own',
    },
  ],
});
