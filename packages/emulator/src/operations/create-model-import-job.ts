import { createHash, randomInt } from 'node:crypto';
import type { JsonObject, JsonValue } from '@shapegate/validator/leaves';
import { ownValue } from '@shapegate/validator/leaves';
import { modeledError } from '../error.ts';
import { statusAt } from '../store.ts';
import type { Operation, OperationContext } from './operation.ts';

/** A job whose name, or whose address of the weights, holds this word fails at its end. */
export const failureWord = 'emulate-failure';

const runningJobsQuota = 1;

/**
 * Accepts a job. In this order: a token that was used before is answered with its job, whatever else the request says;
 * then the tag limit, the names and, where they are asked for, the quotas.
 */
export const createModelImportJob: Operation = (input, context) => {
  const { members, store, region, account, now } = context;
  const token = textOf(input, members.token);
  const earlier = store.imports(region).find((record) => token !== null && record.token === token);
  if (earlier !== undefined) return { jobArn: earlier.jobArn };

  const arn = (type: string) => `arn:${partitionOf(region)}:bedrock:${region}:${account}:${type}/${randomId()}`;
  const jobArn = arn('model-import-job');
  const modelArn = arn('imported-model');
  checkTags(input, context, jobArn, modelArn);
  const jobName = textOf(input, members.jobName) ?? '';
  const modelName = textOf(input, members.modelName) ?? '';
  checkNames(jobName, modelName, context);
  if (context.quotas) checkQuotas(context);

  const source = ownValue(input, members.source) ?? null;
  const fails = jobName.includes(failureWord) || JSON.stringify(source).includes(failureWord);
  store.add({
    region,
    jobArn,
    jobName,
    modelArn,
    modelName,
    token,
    createdAt: now,
    endsAt: now + context.jobMilliseconds,
    failure: fails ? 'The job could not find the expected file config.json.' : null,
    role: ownValue(input, members.role) ?? null,
    source,
    vpc: ownValue(input, members.vpc) ?? null,
    kmsKeyArn: keyArnOf(ownValue(input, members.kmsKey), context),
  });
  return { jobArn };
};

function checkTags(input: JsonObject, { members, table }: OperationContext, jobArn: string, modelArn: string): void {
  for (const { member, limit } of members.tagLists) {
    const tags = ownValue(input, member);
    if (Array.isArray(tags) && tags.length > limit)
      throw modeledError(
        table,
        'TooManyTagsException',
        `The request has ${tags.length} tags in ${member}; a resource can have ${limit}.`,
        { resourceName: /model/i.test(member) ? modelArn : jobArn },
      );
  }
}

function checkNames(jobName: string, modelName: string, { store, table, region, now }: OperationContext): void {
  const imports = store.imports(region);
  if (imports.some((record) => record.jobName === jobName))
    throw modeledError(table, 'ValidationException', 'The provided job name is currently in use.');
  const holder = imports.find(
    (record) => record.modelName === modelName && !record.deleted && statusAt(record, now) !== 'Failed',
  );
  if (holder !== undefined)
    throw modeledError(table, 'ConflictException', 'The provided imported model name is currently in use.');
}

function checkQuotas({ store, table, members, region, now }: OperationContext): void {
  const exceeded = (name: string) =>
    modeledError(table, 'ServiceQuotaExceededException', `The account has reached its quota for ${name}.`);
  const imports = store.imports(region);
  const running = imports.filter((record) => statusAt(record, now) === 'InProgress').length;
  if (running >= runningJobsQuota) throw exceeded('Concurrent model import jobs');
  const models = imports.filter((record) => !record.deleted && statusAt(record, now) === 'Completed').length;
  if (models >= members.modelQuota) throw exceeded('Imported models per account');
}

/** The service answers with a key's ARN, whatever the request called it; an alias gets a key that is always the same. */
function keyArnOf(keyId: JsonValue | undefined, { region, account }: OperationContext): string | null {
  if (typeof keyId !== 'string') return null;
  const resource = keyId.startsWith('arn:') ? keyId.split(':').slice(5).join(':') : keyId;
  const prefix = keyId.startsWith('arn:')
    ? keyId.split(':').slice(0, 5).join(':')
    : `arn:${partitionOf(region)}:kms:${region}:${account}`;
  if (!resource.startsWith('alias/')) return `${prefix}:key/${resource.replace(/^key\//, '')}`;
  const digest = createHash('sha256').update(`${prefix}:${resource}`).digest('hex');
  const uuid = [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([start, end]) => digest.slice(start, end))
    .join('-');
  return `${prefix}:key/${uuid}`;
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

function randomId(): string {
  return Array.from({ length: 12 }, () => randomInt(36).toString(36)).join('');
}

function textOf(input: JsonObject, member: string): string | null {
  const value = ownValue(input, member);
  return typeof value === 'string' ? value : null;
}
