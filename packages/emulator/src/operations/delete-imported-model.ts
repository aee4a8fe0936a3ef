import { findModel } from './get-imported-model.ts';
import type { Operation } from './operation.ts';

/** Deletes a model for good; its name is free again, the job's is not. */
export const deleteImportedModel: Operation = ({ modelIdentifier }, context) => {
  context.store.deleteModel(findModel(modelIdentifier, context).modelArn);
  return {};
};
