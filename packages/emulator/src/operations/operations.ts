import { createModelImportJob } from './create-model-import-job.ts';
import { deleteImportedModel } from './delete-imported-model.ts';
import { getImportedModel } from './get-imported-model.ts';
import { getModelImportJob } from './get-model-import-job.ts';
import { listImportedModels } from './list-imported-models.ts';
import { listModelImportJobs } from './list-model-import-jobs.ts';
import type { Operation } from './operation.ts';

/** All that the emulator can answer, by operation name. */
export const operations: ReadonlyMap<string, Operation> = new Map([
  ['CreateModelImportJob', createModelImportJob],
  ['DeleteImportedModel', deleteImportedModel],
  ['GetImportedModel', getImportedModel],
  ['GetModelImportJob', getModelImportJob],
  ['ListImportedModels', listImportedModels],
  ['ListModelImportJobs', listModelImportJobs],
]);
