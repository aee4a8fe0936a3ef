import type { ShapeTable } from '@shapegate/validator/leaves';
import { isObject, ownValue } from '@shapegate/validator/leaves';

/** Which member of an import request plays which part, and the limits that the model gives them. */
export interface ImportMembers {
  readonly jobName: string;
  readonly modelName: string;
  readonly token: string;
  readonly role: string;
  readonly source: string;
  readonly vpc: string;
  readonly kmsKey: string;
  readonly tagLists: readonly { readonly member: string; readonly limit: number }[];
  /** How many imported models an account may have in a Region; Infinity where the model does not say. */
  readonly modelQuota: number;
}

/**
 * Reads the parts from the policy traits, so that a member renamed in the model keeps its part. A trait that is not
 * there leaves the name that the API has today.
 */
export function findImportMembers(table: ShapeTable, structure: string): ImportMembers {
  const find = (trait: string, otherwise: string) => membersReaching(table, structure, trait)[0] ?? otherwise;
  const quota = traitAt(table, structure, find('shapegate#uniqueName', ''), 'shapegate#uniqueName', 'quota');
  return {
    jobName: find('shapegate#singleUseName', 'jobName'),
    modelName: find('shapegate#uniqueName', 'importedModelName'),
    token: find('shapegate#contentToken', 'clientRequestToken'),
    role: find('shapegate#arn', 'roleArn'),
    source: find('shapegate#s3Uri', 'modelDataSource'),
    vpc: find('shapegate#vpc', 'vpcConfig'),
    kmsKey: find('shapegate#kmsKeyId', 'importedModelKmsKeyId'),
    tagLists: membersReaching(table, structure, 'shapegate#tags').map((member) => ({
      member,
      limit: traitAt(table, structure, member, 'shapegate#tags', 'limit') ?? Number.POSITIVE_INFINITY,
    })),
    modelQuota: quota ?? Number.POSITIVE_INFINITY,
  };
}

/** Members of the structure on which, on whose shape or below which the trait stands. */
function membersReaching(table: ShapeTable, structure: string, trait: string): string[] {
  const members = ownValue(table.plan, structure)?.members ?? {};
  return Object.entries(members)
    .filter(
      ([, member]) =>
        Object.hasOwn(member.traits ?? {}, trait) ||
        (member.target !== undefined && isReached(table, member.target, trait, new Set([structure]))),
    )
    .map(([name]) => name);
}

function isReached(table: ShapeTable, shape: string, trait: string, seen: Set<string>): boolean {
  if (seen.has(shape)) return false;
  seen.add(shape);
  const entry = ownValue(table.plan, shape);
  if (Object.hasOwn(entry?.traits ?? {}, trait)) return true;
  return Object.values(entry?.members ?? {}).some(
    (member) =>
      Object.hasOwn(member.traits ?? {}, trait) ||
      (member.target !== undefined && isReached(table, member.target, trait, seen)),
  );
}

function traitAt(table: ShapeTable, structure: string, member: string, trait: string, key: string): number | undefined {
  const planned = ownValue(ownValue(table.plan, structure)?.members ?? {}, member);
  const value =
    planned?.traits?.[trait] ??
    (planned?.target === undefined ? undefined : ownValue(table.plan, planned.target)?.traits?.[trait]);
  const number = isObject(value) ? value[key] : undefined;
  return typeof number === 'number' ? number : undefined;
}
