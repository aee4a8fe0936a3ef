import { quoteValue } from '../../rule/quote-value.ts';
import { ruleOn } from '../rule-on.ts';
import { isKeyId, type KeyForm, type KmsTrait, keyTrait, nameForm, readKey } from './read-key.ts';

interface Facts {
  readonly value: string;
  readonly found: string;
  readonly forms: readonly KeyForm[];
  /** Instead of the forms. */
  readonly expected?: string;
  /** The key as the fix writes it. */
  readonly proposed?: string;
}

function joinForms(forms: readonly KeyForm[]): string {
  const words = forms.map(nameForm);
  const last = words.pop() ?? 'a key';
  return words.length === 0 ? last : `${words.join(', ')} or ${last}`;
}

/** The form that is certainly meant: without white space, `key/`, or an ARN's `key/` before an alias. */
function proposeKey(value: string, trait: KmsTrait): string | null {
  const text = value.trim();
  const candidates = [text, text.replace(/^key\//, ''), text.replace(/(^|:)key\/alias\//, '$1alias/')];
  for (const candidate of candidates) {
    const { form } = readKey(candidate);
    if (candidate !== value && form !== null && trait.forms.includes(form)) return candidate;
  }
  return null;
}

export const rule = ruleOn<'string', KmsTrait>(
  'shapegate#kmsKeyId',
  'string',
)<Facts>({
  severity: 'error',
  since: '0.1.0',
  summary: 'A key is named by its id, its ARN, or an alias in one of the forms that KMS knows.',
  why: 'Patterns take any 36 letters and hyphens for a key id; what KMS does not know fails once the key is used.',
  help: ({ value, forms, proposed }) => {
    if (proposed !== undefined) return `Write ${quoteValue(proposed)}.`;
    if (/^[a-z0-9]{8}(?:-[a-z0-9]{4}){3}-[a-z0-9]{12}$/i.test(value))
      return 'Copy the id of the key from KMS: it has the digits 0 to 9 and the letters a to f alone.';
    const alias = value.startsWith('aws/') ? '' : `alias/${value}`;
    if (forms.includes('aliasName') && readKey(alias).form !== null && !isKeyId(value) && value.length < 40)
      return `An alias is written \`${alias}\`; the ARN of the key is clearer still.`;
    return 'Copy the ARN of the key from KMS.';
  },
  source: 'https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html',
  absorbs: ['shape/pattern', 'shape/length'],
  related: ['kms/managed-key', 'kms/region'],
  parameters: keyTrait,
  check(value, { trait }) {
    if (value === '') return [];
    const reading = readKey(value);
    if (reading.form !== null && trait.forms.includes(reading.form)) return [];
    const found = reading.form === null ? reading.found : `is ${nameForm(reading.form)}`;
    const forms = trait.forms;
    const expected = reading.form === null ? reading.expected : undefined;
    const facts = expected === undefined ? { value, found, forms } : { value, found, forms, expected };
    const key = proposeKey(value, trait);
    if (key === null) return [{ at: '', facts }];
    const fix = { title: 'write the key as KMS does', kind: 'replace', pointer: '', value: key } as const;
    return [{ at: '', facts: Object.assign(facts, { proposed: key }), fix }];
  },
  message: ({ value, found, forms, expected }) =>
    `${quoteValue(value)} ${found}, expected ${expected ?? joinForms(forms)}`,
  good: [
    { value: '1234abcd-12ab-34cd-56ef-1234567890ab' },
    { value: 'mrk-1234abcd12ab34cd56ef1234567890ab' },
    { value: 'arn:aws:kms:eu-central-1:111122223333:key/mrk-1234abcd12ab34cd56ef1234567890ab' },
    { value: 'arn:aws:kms:eu-central-1:111122223333:alias/team/nightly_2' },
    { value: 'alias/nightly' },
    { value: 'arn:aws:kms::111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab' },
  ],
  bad: [
    {
      value: 'nightly',
      at: '',
      message: '`nightly` names no key, expected a key id, a key ARN, an alias ARN or an alias name',
    },
    {
      value: 'abcdefgh-1234-1234-1234-abcdefghijkl',
      at: '',
      message:
        '`abcdefgh-1234-1234-1234-abcdefghijkl` names no key, expected a key id, a key ARN, an alias ARN or an alias name',
    },
    {
      value: 'key/alias/nightly',
      at: '',
      message: '`key/alias/nightly` names no key, expected a key id, a key ARN, an alias ARN or an alias name',
    },
    {
      value: 'arn:aws:iam::111122223333:role/nightly',
      at: '',
      message:
        '`arn:aws:iam::111122223333:role/nightly` is an ARN of `iam`, expected a key id, a key ARN, an alias ARN or an alias name',
    },
    {
      value: 'alias/nightly',
      trait: { forms: ['keyArn'] },
      at: '',
      message: '`alias/nightly` is an alias name, expected a key ARN',
    },
  ],
});
