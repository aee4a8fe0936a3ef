import { canonicalizeJson } from '@shapegate/validator';
import { isObject, type JsonValue } from '@shapegate/validator/leaves';
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
const sharedMembers = ['importedModelName', 'jobName', 'modelDataSource', 'roleArn', 'vpcConfig'];
const keyMember = 'importedModelKmsKeyId';
/** Of the request alone: it says nothing of what is imported. */
const tokenMember = 'clientRequestToken';

/** By name and not by type, so that a model with other members still compiles: what is not known is not compared. */
type Members = Readonly<Record<string, unknown>>;

/** Compares a request with the job that has its name, member by member, as far as the service tells of the job. */
export function compareJob(request: CreateModelImportJobRequest, job: GetModelImportJobResponse): JobComparison {
  const asked: Members = { ...request };
  const answered: Members = { ...job };
  const differences: JobDifference[] = [];
  const compare = (member: string, requested: unknown, found: unknown) => {
    const [left, right] = [toJson(requested), toJson(found)];
    if (canonicalizeJson(left) !== canonicalizeJson(right)) differences.push({ member, requested: left, found: right });
  };
  for (const member of sharedMembers) compare(member, sortLists(asked[member]), sortLists(answered[member]));
  const { [keyMember]: key } = asked;
  const { importedModelKmsKeyArn: arn } = answered;
  const keyIsKnown = compareKey(key, arn);
  if (keyIsKnown === false) compare(keyMember, key, arn);
  const compared = new Set([...sharedMembers, tokenMember, ...(keyIsKnown === null ? [] : [keyMember])]);
  const notCompared = Object.keys(asked).filter((member) => asked[member] !== undefined && !compared.has(member));
  return { same: differences.length === 0, differences, notCompared: notCompared.sort() };
}

/** The lists of a VPC configuration are sets: the service may answer in another order. */
function sortLists(value: unknown): unknown {
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(([name, list]) => [name, Array.isArray(list) ? [...list].sort() : list]);
  return Object.fromEntries(entries);
}

/** Whether a key as the request names it is the key whose ARN the job has; null for an alias, which says nothing of the key. */
function compareKey(requested: unknown, found: unknown): boolean | null {
  if (typeof requested !== 'string' || typeof found !== 'string') return requested === found;
  if (requested === found) return true;
  if (/(^|:)alias\//.test(requested)) return null;
  return !requested.startsWith('arn:') && found.endsWith(`:key/${requested}`);
}

function toJson(value: unknown): JsonValue {
  return value === undefined ? null : (JSON.parse(JSON.stringify(value)) as JsonValue);
}
