import { canonicalizeJson } from '@shapegate/validator';
import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';
import type { CreateModelImportJobRequest, GetModelImportJobResponse } from '../generated/types.ts';

/** A member in which a request and the job that has its name are not the same. */
export interface JobDifference {
  readonly member: string;
  /** Null where it is not there. */
  readonly requested: JsonValue;
  readonly found: JsonValue;
}

/** What a comparison could say. */
export interface JobComparison {
  /** True where no member differs of those that the service answers with. */
  readonly same: boolean;
  readonly differences: readonly JobDifference[];
  /** Members of the request that the service does not answer with, such as its tags. */
  readonly notCompared: readonly string[];
}

/** Members that both a request and a job have, under one name. */
const sharedMembers = ['importedModelName', 'jobName', 'modelDataSource', 'roleArn'] as const;
const unanswered = ['importedModelTags', 'jobTags'] as const;

/** Compares a request with the job that has its name, member by member, as far as the service tells of the job. */
export function compareJob(request: CreateModelImportJobRequest, job: GetModelImportJobResponse): JobComparison {
  const differences: JobDifference[] = [];
  const compare = (member: string, requested: unknown, found: unknown) => {
    const [left, right] = [toJson(requested), toJson(found)];
    if (canonicalizeJson(left) !== canonicalizeJson(right)) differences.push({ member, requested: left, found: right });
  };
  for (const member of sharedMembers) compare(member, request[member], job[member]);
  compare('vpcConfig', sortLists(request.vpcConfig), sortLists(job.vpcConfig));
  const keyIsKnown = compareKey(request.importedModelKmsKeyId, job.importedModelKmsKeyArn);
  if (keyIsKnown === false) compare('importedModelKmsKeyId', request.importedModelKmsKeyId, job.importedModelKmsKeyArn);
  const notCompared = [
    ...(keyIsKnown === null ? ['importedModelKmsKeyId'] : []),
    ...unanswered.filter((member) => request[member] !== undefined),
  ];
  return { same: differences.length === 0, differences, notCompared };
}

/** The lists of a VPC configuration are sets: the service may answer in another order. */
function sortLists(vpc: CreateModelImportJobRequest['vpcConfig']): JsonObject | undefined {
  if (vpc === undefined) return undefined;
  const { subnetIds = [], securityGroupIds = [] } = vpc;
  return { subnetIds: [...subnetIds].sort(), securityGroupIds: [...securityGroupIds].sort() };
}

/** Whether a key as the request names it is the key whose ARN the job has; null for an alias, which says nothing of the key. */
function compareKey(requested: string | undefined, found: string | undefined): boolean | null {
  if (requested === undefined || found === undefined) return requested === found;
  if (requested === found) return true;
  if (/(^|:)alias\//.test(requested)) return null;
  return !requested.startsWith('arn:') && found.endsWith(`:key/${requested}`);
}

function toJson(value: unknown): JsonValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as JsonValue);
}
