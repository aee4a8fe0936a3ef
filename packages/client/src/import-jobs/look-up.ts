import type { BedrockClient } from '../generated/client.ts';
import {
  DeleteImportedModelCommand,
  GetImportedModelCommand,
  GetModelImportJobCommand,
} from '../generated/commands.ts';
import { ResourceNotFoundException } from '../generated/errors.ts';
import { iterateListImportedModels, iterateListModelImportJobs } from '../generated/paginators.ts';
import type {
  GetImportedModelResponse,
  GetModelImportJobResponse,
  ImportedModelSummary,
  ListImportedModelsRequest,
  ListModelImportJobsRequest,
  ModelImportJobSummary,
} from '../generated/types.ts';
import type { SendOptions } from '../request/send-valid.ts';

/** A job by its name or ARN; null where there is none of that name. */
export async function findJob(
  client: BedrockClient,
  nameOrArn: string,
  options: SendOptions = {},
): Promise<GetModelImportJobResponse | null> {
  try {
    const { $metadata, ...job } = await client.send(
      new GetModelImportJobCommand({ jobIdentifier: nameOrArn }),
      options,
    );
    return job;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

/** A model by its name or ARN; null where there is none of that name. */
export async function findModel(
  client: BedrockClient,
  nameOrArn: string,
  options: SendOptions = {},
): Promise<GetImportedModelResponse | null> {
  try {
    const { $metadata, ...model } = await client.send(
      new GetImportedModelCommand({ modelIdentifier: nameOrArn }),
      options,
    );
    return model;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return null;
    throw error;
  }
}

/** All jobs of the account in the client's Region that fit the filter, page after page. */
export function listJobs(
  client: BedrockClient,
  filter: ListModelImportJobsRequest = {},
  options: SendOptions = {},
): AsyncGenerator<ModelImportJobSummary, void, undefined> {
  return iterateListModelImportJobs(client, filter, options);
}

/** All imported models of the account in the client's Region that fit the filter, page after page. */
export function listModels(
  client: BedrockClient,
  filter: ListImportedModelsRequest = {},
  options: SendOptions = {},
): AsyncGenerator<ImportedModelSummary, void, undefined> {
  return iterateListImportedModels(client, filter, options);
}

/** Deletes an imported model by its name or ARN; false where there is none of that name. */
export async function deleteModel(
  client: BedrockClient,
  nameOrArn: string,
  options: SendOptions = {},
): Promise<boolean> {
  try {
    await client.send(new DeleteImportedModelCommand({ modelIdentifier: nameOrArn }), options);
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}
