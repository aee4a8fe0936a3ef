import { type Arn, isAccountId, parseArn, splitResource } from '../../rule/arn.ts';
import { partitionOfRegion, partitions } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';

/** The ways in which a key can be named. */
export type KeyForm = 'keyId' | 'keyArn' | 'aliasArn' | 'aliasName';

/** The value of `shapegate#kmsKeyId`. */
export type KmsTrait = {
  readonly forms: readonly KeyForm[];
  /** True where the key must be of the account that sends the request. */
  readonly sendersAccount?: boolean;
};

/** The trait of the examples. */
export const keyTrait: KmsTrait = { forms: ['keyId', 'keyArn', 'aliasArn', 'aliasName'] };

/** A key as it was named: `alias` is without `alias/`, `arn` is there where it was named by one. */
export type KeyReading =
  | { readonly form: KeyForm; readonly alias: string | null; readonly arn: Arn | null }
  | { readonly form: null; readonly found: string };

const forms: Readonly<Record<KeyForm, string>> = {
  keyId: 'a key id',
  keyArn: 'a key ARN',
  aliasArn: 'an alias ARN',
  aliasName: 'an alias name',
};

/** A form with its article. */
export function nameForm(form: KeyForm): string {
  return forms[form];
}

/** True for a UUID, or `mrk-` and 32 hexadecimal digits. */
export function isKeyId(text: string): boolean {
  return text.length === 36 && /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})$/i.test(text);
}

function isAlias(text: string): boolean {
  return text.length <= 256 && /^alias\/[a-zA-Z0-9/_-]+$/.test(text);
}

function readArn(arn: Arn): KeyReading {
  const { type, rest } = splitResource(arn.resource);
  if (arn.service !== 'kms') return { form: null, found: `is an ARN of ${quoteValue(arn.service)}` };
  if (!partitions.includes(arn.partition))
    return { form: null, found: `has the unknown partition ${quoteValue(arn.partition)}` };
  if (!isAccountId(arn.account)) return { form: null, found: `has the account ${quoteValue(arn.account)}` };
  const partition = partitionOfRegion(arn.region);
  if (partition !== null && partition !== arn.partition)
    return { form: null, found: `is in \`${arn.partition}\` and in the Region ${quoteValue(arn.region)}` };
  if (type === 'key' && isKeyId(rest)) return { form: 'keyArn', alias: null, arn };
  if (isAlias(arn.resource)) return { form: 'aliasArn', alias: rest, arn };
  return { form: null, found: `names ${quoteValue(arn.resource)}` };
}

/** Tells which key a text names; `found` says what it is instead. */
export function readKey(text: string): KeyReading {
  if (isKeyId(text)) return { form: 'keyId', alias: null, arn: null };
  if (isAlias(text)) return { form: 'aliasName', alias: text.slice('alias/'.length), arn: null };
  const arn = parseArn(text);
  return arn === null ? { form: null, found: 'names no key' } : readArn(arn);
}

/** True for the alias of a key that AWS manages, whose policy cannot be changed. */
export function isManaged(reading: KeyReading): boolean {
  return reading.form !== null && reading.alias?.startsWith('aws/') === true;
}
