import { statusAt } from '../store.ts';
import { omitNull, toTimestamp } from './answer.ts';
import { cutPage, selectByName, selectByTime } from './list-page.ts';
import type { Operation } from './operation.ts';

/** Lists jobs, running and ended. */
export const listModelImportJobs: Operation = (input, context) => {
  const { store, region, now } = context;
  const jobs = store
    .imports(region)
    .filter((record) => input.statusEquals === undefined || statusAt(record, now) === input.statusEquals)
    .filter((record) => selectByName(input, record.jobName) && selectByTime(input, record.createdAt))
    .map((record) => ({ record, sequence: record.sequence, time: record.createdAt }));
  const { items, nextToken } = cutPage(context.table, input, jobs);
  return omitNull({
    nextToken,
    modelImportJobSummaries: items.map(({ record }) => {
      const status = statusAt(record, now);
      const ended = status !== 'InProgress';
      return omitNull({
        jobArn: record.jobArn,
        jobName: record.jobName,
        status,
        lastModifiedTime: toTimestamp(ended ? record.endsAt : record.createdAt),
        creationTime: toTimestamp(record.createdAt),
        endTime: ended ? toTimestamp(record.endsAt) : null,
        importedModelArn: status === 'Completed' ? record.modelArn : null,
        importedModelName: record.modelName,
      });
    }),
  });
};
