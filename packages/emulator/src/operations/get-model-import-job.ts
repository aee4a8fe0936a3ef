import { modeledError } from '../error.ts';
import { statusAt } from '../store.ts';
import { omitNull, toTimestamp } from './answer.ts';
import type { Operation } from './operation.ts';

/** Describes the job of a name or an ARN. */
export const getModelImportJob: Operation = ({ jobIdentifier }, { store, table, region, now }) => {
  const record = store
    .imports(region)
    .find(({ jobArn, jobName }) => jobArn === jobIdentifier || jobName === jobIdentifier);
  if (record === undefined)
    throw modeledError(table, 'ResourceNotFoundException', 'Could not find the model import job.');
  const status = statusAt(record, now);
  const ended = status !== 'InProgress';
  return omitNull({
    jobArn: record.jobArn,
    jobName: record.jobName,
    importedModelName: record.modelName,
    importedModelArn: status === 'Completed' ? record.modelArn : null,
    roleArn: record.role,
    modelDataSource: record.source,
    status,
    failureMessage: status === 'Failed' ? record.failure : null,
    creationTime: toTimestamp(record.createdAt),
    lastModifiedTime: toTimestamp(ended ? record.endsAt : record.createdAt),
    endTime: ended ? toTimestamp(record.endsAt) : null,
    vpcConfig: record.vpc,
    importedModelKmsKeyArn: record.kmsKeyArn,
  });
};
