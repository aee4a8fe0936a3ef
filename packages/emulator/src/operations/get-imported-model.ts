import type { JsonValue } from '@shapegate/validator/leaves';
import { modeledError } from '../error.ts';
import type { StoredImport } from '../store.ts';
import { hasModelAt } from '../store.ts';
import { omitNull, toTimestamp } from './answer.ts';
import type { Operation, OperationContext } from './operation.ts';

/** What the service would read from the model's files, which the emulator does not have. */
export const modelTraits = {
  modelArchitecture: 'llama',
  instructSupported: true,
  customModelUnits: { customModelUnitsPerModelCopy: 1, customModelUnitsVersion: 'v1.0' },
} as const;

/** Describes the model of a name or an ARN. */
export const getImportedModel: Operation = ({ modelIdentifier }, context) => {
  const record = findModel(modelIdentifier, context);
  return omitNull({
    modelArn: record.modelArn,
    modelName: record.modelName,
    jobName: record.jobName,
    jobArn: record.jobArn,
    modelDataSource: record.source,
    creationTime: toTimestamp(record.endsAt),
    modelArchitecture: modelTraits.modelArchitecture,
    modelKmsKeyArn: record.kmsKeyArn,
    instructSupported: modelTraits.instructSupported,
    customModelUnits: modelTraits.customModelUnits,
  });
};

/** The import whose model is meant; a ResourceNotFoundException where there is none, no longer or not yet. */
export function findModel(identifier: JsonValue | undefined, context: OperationContext): StoredImport {
  const record = context.store
    .imports(context.region)
    .find(
      (candidate) =>
        (candidate.modelArn === identifier || candidate.modelName === identifier) && hasModelAt(candidate, context.now),
    );
  if (record === undefined)
    throw modeledError(context.table, 'ResourceNotFoundException', 'Could not find the imported model.');
  return record;
}
