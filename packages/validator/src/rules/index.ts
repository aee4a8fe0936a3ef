import type { AnyRule } from '../rule/rule.ts';
import { rule as arnAccount } from './arn/account.ts';
import { rule as arnFormat } from './arn/format.ts';
import { rule as arnPartition } from './arn/partition.ts';
import { rule as arnResource } from './arn/resource.ts';
import { rule as arnServiceLinkedRole } from './arn/service-linked-role.ts';
import { rule as arnWildcard } from './arn/wildcard.ts';
import { rule as crossJobName } from './cross/job-name.ts';
import { rule as crossModelName } from './cross/model-name.ts';
import { rule as crossModelQuota } from './cross/model-quota.ts';
import { rule as crossToken } from './cross/token.ts';
import { rule as kmsAccount } from './kms/account.ts';
import { rule as kmsKeyId } from './kms/key-id.ts';
import { rule as kmsManagedKey } from './kms/managed-key.ts';
import { rule as kmsRegion } from './kms/region.ts';
import { rule as nameCharset } from './name/charset.ts';
import { rule as nameFixedJobName } from './name/fixed-job-name.ts';
import { rule as policyInvalid } from './policy/invalid.ts';
import { rule as policyRuntime } from './policy/runtime.ts';
import { rule as regionAvailable } from './region/available.ts';
import { rule as s3BucketName } from './s3/bucket-name.ts';
import { rule as s3Folder } from './s3/folder.ts';
import { rule as s3Region } from './s3/region.ts';
import { rule as s3Uri } from './s3/uri.ts';
import { rule as s3WholeBucket } from './s3/whole-bucket.ts';
import { rule as shapeEnum } from './shape/enum.ts';
import { rule as shapeLength } from './shape/length.ts';
import { rule as shapePattern } from './shape/pattern.ts';
import { rule as shapeRange } from './shape/range.ts';
import { rule as shapeRequired } from './shape/required.ts';
import { rule as shapeType } from './shape/type.ts';
import { rule as shapeUnion } from './shape/union.ts';
import { rule as shapeUniqueItems } from './shape/unique-items.ts';
import { rule as shapeUnknownMember } from './shape/unknown-member.ts';
import { rule as specDuplicateKey } from './spec/duplicate-key.ts';
import { rule as specEmpty } from './spec/empty.ts';
import { rule as specEncoding } from './spec/encoding.ts';
import { rule as specLimits } from './spec/limits.ts';
import { rule as specMapping } from './spec/mapping.ts';
import { rule as specOperation } from './spec/operation.ts';
import { rule as specParse } from './spec/parse.ts';
import { rule as suppressionReason } from './suppression/reason.ts';
import { rule as suppressionUnknownRule } from './suppression/unknown-rule.ts';
import { rule as suppressionUnused } from './suppression/unused.ts';
import { rule as tagsCaseDuplicate } from './tags/case-duplicate.ts';
import { rule as tagsCharset } from './tags/charset.ts';
import { rule as tagsDuplicateKey } from './tags/duplicate-key.ts';
import { rule as tagsLimit } from './tags/limit.ts';
import { rule as tagsReservedPrefix } from './tags/reserved-prefix.ts';
import { rule as tokenFixed } from './token/fixed.ts';
import { rule as valuePlaceholder } from './value/placeholder.ts';
import { rule as valueReference } from './value/reference.ts';
import { rule as vpcComplete } from './vpc/complete.ts';
import { rule as vpcDuplicate } from './vpc/duplicate.ts';
import { rule as vpcResourceId } from './vpc/resource-id.ts';
import { rule as vpcSingleSubnet } from './vpc/single-subnet.ts';
import { rule as waiverExpired } from './waiver/expired.ts';
import { rule as waiverInvalid } from './waiver/invalid.ts';
import { rule as waiverUnused } from './waiver/unused.ts';

export interface NamedRule {
  /** `group/name`, and the path of the file that declares it. */
  readonly id: string;
  readonly rule: AnyRule;
}

/** Every built-in rule, sorted by id. */
export const rules: readonly NamedRule[] = [
  { id: 'arn/account', rule: arnAccount },
  { id: 'arn/format', rule: arnFormat },
  { id: 'arn/partition', rule: arnPartition },
  { id: 'arn/resource', rule: arnResource },
  { id: 'arn/service-linked-role', rule: arnServiceLinkedRole },
  { id: 'arn/wildcard', rule: arnWildcard },
  { id: 'cross/job-name', rule: crossJobName },
  { id: 'cross/model-name', rule: crossModelName },
  { id: 'cross/model-quota', rule: crossModelQuota },
  { id: 'cross/token', rule: crossToken },
  { id: 'kms/account', rule: kmsAccount },
  { id: 'kms/key-id', rule: kmsKeyId },
  { id: 'kms/managed-key', rule: kmsManagedKey },
  { id: 'kms/region', rule: kmsRegion },
  { id: 'name/charset', rule: nameCharset },
  { id: 'name/fixed-job-name', rule: nameFixedJobName },
  { id: 'policy/invalid', rule: policyInvalid },
  { id: 'policy/runtime', rule: policyRuntime },
  { id: 'region/available', rule: regionAvailable },
  { id: 's3/bucket-name', rule: s3BucketName },
  { id: 's3/folder', rule: s3Folder },
  { id: 's3/region', rule: s3Region },
  { id: 's3/uri', rule: s3Uri },
  { id: 's3/whole-bucket', rule: s3WholeBucket },
  { id: 'shape/enum', rule: shapeEnum },
  { id: 'shape/length', rule: shapeLength },
  { id: 'shape/pattern', rule: shapePattern },
  { id: 'shape/range', rule: shapeRange },
  { id: 'shape/required', rule: shapeRequired },
  { id: 'shape/type', rule: shapeType },
  { id: 'shape/union', rule: shapeUnion },
  { id: 'shape/unique-items', rule: shapeUniqueItems },
  { id: 'shape/unknown-member', rule: shapeUnknownMember },
  { id: 'spec/duplicate-key', rule: specDuplicateKey },
  { id: 'spec/empty', rule: specEmpty },
  { id: 'spec/encoding', rule: specEncoding },
  { id: 'spec/limits', rule: specLimits },
  { id: 'spec/mapping', rule: specMapping },
  { id: 'spec/operation', rule: specOperation },
  { id: 'spec/parse', rule: specParse },
  { id: 'suppression/reason', rule: suppressionReason },
  { id: 'suppression/unknown-rule', rule: suppressionUnknownRule },
  { id: 'suppression/unused', rule: suppressionUnused },
  { id: 'tags/case-duplicate', rule: tagsCaseDuplicate },
  { id: 'tags/charset', rule: tagsCharset },
  { id: 'tags/duplicate-key', rule: tagsDuplicateKey },
  { id: 'tags/limit', rule: tagsLimit },
  { id: 'tags/reserved-prefix', rule: tagsReservedPrefix },
  { id: 'token/fixed', rule: tokenFixed },
  { id: 'value/placeholder', rule: valuePlaceholder },
  { id: 'value/reference', rule: valueReference },
  { id: 'vpc/complete', rule: vpcComplete },
  { id: 'vpc/duplicate', rule: vpcDuplicate },
  { id: 'vpc/resource-id', rule: vpcResourceId },
  { id: 'vpc/single-subnet', rule: vpcSingleSubnet },
  { id: 'waiver/expired', rule: waiverExpired },
  { id: 'waiver/invalid', rule: waiverInvalid },
  { id: 'waiver/unused', rule: waiverUnused },
];
