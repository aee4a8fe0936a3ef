import { hasModelAt } from '../store.ts';
import { omitNull, toTimestamp } from './answer.ts';
import { modelTraits } from './get-imported-model.ts';
import { cutPage, selectByName, selectByTime } from './list-page.ts';
import type { Operation } from './operation.ts';

/** Lists the models that are there: jobs completed, not deleted. */
export const listImportedModels: Operation = (input, { table, store, region, now }) => {
  const models = store
    .imports(region)
    .filter((record) => hasModelAt(record, now))
    .filter((record) => selectByName(input, record.modelName) && selectByTime(input, record.endsAt))
    .map((record) => ({ record, sequence: record.sequence, time: record.endsAt }));
  const { items, nextToken } = cutPage(table, input, models);
  return omitNull({
    nextToken,
    modelSummaries: items.map(({ record }) => ({
      modelArn: record.modelArn,
      modelName: record.modelName,
      creationTime: toTimestamp(record.endsAt),
      instructSupported: modelTraits.instructSupported,
      modelArchitecture: modelTraits.modelArchitecture,
    })),
  });
};
