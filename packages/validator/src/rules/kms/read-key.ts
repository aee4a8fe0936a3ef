import { type Arn, isAccountId, parseArn, splitResource } from '../../rule/arn.ts';
import { joinNames } from '../../rule/join-names.ts';
import { partitionOfRegion, partitions } from '../../rule/partition.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { rememberLast } from '../../rule/remember-last.ts';

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
  | {
      readonly form: null;
      readonly found: string;
      /** Where one part alone is wrong, what it should be. */
      readonly expected?: string;
    };

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

function misread(found: string, expected?: string): KeyReading {
  return expected === undefined ? { form: null, found } : { form: null, found, expected };
}

function readArn(arn: Arn): KeyReading {
  const { type, rest } = splitResource(arn.resource);
  if (arn.service !== 'kms') return misread(`is an ARN of ${quoteValue(arn.service)}`);
  if (!partitions.includes(arn.partition))
    return misread(`has the unknown partition ${quoteValue(arn.partition)}`, joinNames(partitions, 'or'));
  if (!isAccountId(arn.account)) return misread(`has the account ${quoteValue(arn.account)}`, '12 digits');
  const partition = partitionOfRegion(arn.region);
  if (partition !== null && partition !== arn.partition)
    return misread(`is in the partition \`${arn.partition}\` and in ${quoteValue(arn.region)}`, quoteValue(partition));
  if (type === 'key' && isKeyId(rest)) return { form: 'keyArn', alias: null, arn };
  if (isAlias(arn.resource)) return { form: 'aliasArn', alias: rest, arn };
  return misread(`names ${quoteValue(arn.resource)}`);
}

const readOnce = rememberLast((text: string, _: null): KeyReading => {
  if (isKeyId(text)) return { form: 'keyId', alias: null, arn: null };
  if (isAlias(text)) return { form: 'aliasName', alias: text.slice('alias/'.length), arn: null };
  const arn = parseArn(text);
  return arn === null ? misread('names no key') : readArn(arn);
});

/** Tells which key a text names; `found` says what it is instead. */
export function readKey(text: string): KeyReading {
  return readOnce(text, null);
}

/** True for the alias of a key that AWS manages, whose policy cannot be changed. */
export function isManaged(reading: KeyReading): boolean {
  return reading.form !== null && reading.alias?.startsWith('aws/') === true;
}
