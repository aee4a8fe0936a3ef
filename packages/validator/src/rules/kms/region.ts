import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { isManaged, type KmsTrait, keyTrait, readKey } from './read-key.ts';

interface Facts {
  readonly value: string;
  readonly region: string;
  /** Absent where the target's Region is unknown. */
  readonly expected?: string;
  readonly isMultiRegion: boolean;
}

export const rule = ruleOn<'string', KmsTrait>(
  'shapegate#kmsKeyId',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A key ARN states the Region that the request is sent to.',
  why: 'A key lives in one Region; no service of another can use it. That holds for each replica of a multi-Region key too.',
  help: ({ expected, isMultiRegion }) => {
    const region = expected === undefined ? 'the Region of the request' : quoteValue(expected);
    return isMultiRegion ? `Take the ARN of the key's replica in ${region}.` : `Take a key of ${region}.`;
  },
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
  absorbs: ['shape/pattern'],
  related: ['kms/key-id', 'region/available'],
  parameters: keyTrait,
  check(value, { trait, target }) {
    const reading = readKey(value);
    if (reading.form === null || reading.arn === null || isManaged(reading)) return [];
    if (!trait.forms.includes(reading.form)) return [];
    const { region, resource } = reading.arn;
    if (region !== '' && (target.region === undefined || target.region === region)) return [];
    const isMultiRegion = resource.startsWith('key/mrk-');
    const facts = { value, region, isMultiRegion };
    return [{ at: '', facts: target.region === undefined ? facts : { ...facts, expected: target.region } }];
  },
  message: ({ value, region, expected }) =>
    `${quoteValue(value)} ${region === '' ? 'has no Region' : `is a key of ${quoteValue(region)}`}, expected ${expected === undefined ? 'one' : quoteValue(expected)}`,
  good: [
    {
      value: 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      target: { region: 'eu-central-1' },
    },
    { value: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
    { value: 'mrk-1234abcd12ab34cd56ef1234567890ab', target: { region: 'eu-central-1' } },
    { value: 'alias/us-east-1', target: { region: 'eu-central-1' } },
  ],
  bad: [
    {
      value: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
      target: { region: 'eu-central-1' },
      at: '',
      message:
        '`arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab` is a key of `us-east-1`, expected `eu-central-1`',
    },
    {
      value: 'arn:aws:kms::111122223333:alias/nightly',
      at: '',
      message: '`arn:aws:kms::111122223333:alias/nightly` has no Region, expected one',
    },
    {
      value: 'arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab',
      target: { region: 'eu-west-1' },
      at: '',
      message:
        '`arn:aws:kms:us-east-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab` is a key of `us-east-1`, expected `eu-west-1`',
    },
  ],
});
