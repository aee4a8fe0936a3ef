import { findNearNames } from '../../diagnostic/near-names.ts';
import { isAccountId } from '../../rule/account-id.ts';
import { parseArn } from '../../rule/arn.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { isRegionName } from '../../rule/region-name.ts';
import { parseS3Uri } from '../../rule/s3-uri.ts';
import type { ParameterKind } from './built-in.ts';
import { suggestPointer } from './suggest-pointer.ts';

/** What is wrong with one text of a parameter. */
export interface ItemFault {
  readonly message: string;
  readonly help: string;
}

/**
 * Why a text can never be what a parameter asks for; null where it may be.
 * @param regions names of Regions that are known; there may be others
 */
export function findItemFault(kind: ParameterKind, item: string, regions: readonly string[]): ItemFault | null {
  const tell = (message: string, help = ''): ItemFault => ({ message: `${quoteValue(item)} ${message}`, help });
  switch (kind) {
    case 'accounts':
      return isAccountId(item) ? null : { message: `the account ${quoteValue(item)} is not 12 digits`, help: '' };
    case 'pointers':
      return item.startsWith('/') && !/~(?![01])/.test(item) ? null : tell('is no JSON pointer', suggestPointer(item));
    case 'regions': {
      if (isRegionName(item)) return null;
      const near = findNearNames(item, regions)[0];
      return tell("is no Region's name", near === undefined ? 'such as `eu-central-1`' : `did you mean \`${near}\`?`);
    }
    case 'buckets':
      return item.includes('/') ? tell("is no bucket's name", suggestBucket(item)) : null;
    case 'roles':
      return findRoleFault(item, tell);
    default:
      return null;
  }
}

function suggestBucket(text: string): string {
  const bucket = parseS3Uri(text)?.bucket ?? '';
  return bucket === '' ? '' : `such as \`${bucket}\``;
}

/** The fields of a role's ARN as far as they are fixed, `*` or not: IAM is global, and its accounts have twelve digits. */
function findRoleFault(item: string, tell: (message: string, help?: string) => ItemFault): ItemFault | null {
  if (!item.startsWith('arn:'))
    // The characters of a role's name, as IAM has them; its path is not looked at.
    return /^[\w+=,.@*-]+$/.test(item) ? null : tell("is no role's name", 'give the name without its path, or the ARN');
  const example = 'such as `arn:aws:iam::111122223333:role/import`';
  return isRoleArn(item) ? null : tell("is no role's ARN", example);
}

function isRoleArn(item: string): boolean {
  const glob = item.indexOf('*');
  if (glob === -1) {
    const arn = parseArn(item);
    if (arn === null) return false;
    const { service, region, account, resource } = arn;
    return service === 'iam' && region === '' && isAccountId(account) && /^role\/.*[^/]$/.test(resource);
  }
  // Behind a `*` anything may stand, so what is before it must begin a role's ARN.
  const [, , service = '', region = '', account = '', ...resource] = item.slice(0, glob).split(':');
  return (
    'iam'.startsWith(service) && region === '' && /^\d{0,12}$/.test(account) && isBegun('role/', resource.join(':'))
  );
}

function isBegun(start: string, text: string): boolean {
  return text.startsWith(start) || start.startsWith(text);
}
