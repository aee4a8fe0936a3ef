import { allowedAccounts } from './allowed-accounts.ts';
import { allowedBuckets } from './allowed-buckets.ts';
import { allowedRegions } from './allowed-regions.ts';
import { allowedRoles } from './allowed-roles.ts';
import { allowedValues } from './allowed-values.ts';
import type { BuiltIn } from './built-in.ts';
import { namePattern } from './name-pattern.ts';
import { requireMember } from './require-member.ts';
import { requiredTags } from './required-tags.ts';
import { sameTags } from './same-tags.ts';

/** Every built-in, by name. */
export const builtIns: readonly BuiltIn[] = [
  allowedAccounts,
  allowedBuckets,
  allowedRegions,
  allowedRoles,
  allowedValues,
  namePattern,
  requireMember,
  requiredTags,
  sameTags,
];
