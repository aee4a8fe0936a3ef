// Made by the client paginators emitter. Do not edit: change the model or the emitter.
import { type PaginateOptions, listItems, paginate } from '@shapegate/client/runtime';
import type { BedrockClient } from './client.ts';
import { ListImportedModelsCommand, ListModelImportJobsCommand } from './commands.ts';
import type { ImportedModelSummary, ListImportedModelsRequest, ListImportedModelsResponse, ListModelImportJobsRequest, ListModelImportJobsResponse, ModelImportJobSummary } from './types.ts';

/** Lists every element of `modelSummaries` that `ListImportedModels` answers with, over all pages. */
export function iterateListImportedModels(client: BedrockClient, input: ListImportedModelsRequest = {}, options: PaginateOptions = {}): AsyncGenerator<ImportedModelSummary, void, undefined> {
  return listItems<ImportedModelSummary>(paginateListImportedModels(client, input, options), 'modelSummaries');
}

/** Lists every element of `modelImportJobSummaries` that `ListModelImportJobs` answers with, over all pages. */
export function iterateListModelImportJobs(client: BedrockClient, input: ListModelImportJobsRequest = {}, options: PaginateOptions = {}): AsyncGenerator<ModelImportJobSummary, void, undefined> {
  return listItems<ModelImportJobSummary>(paginateListModelImportJobs(client, input, options), 'modelImportJobSummaries');
}

/** Calls `ListImportedModels` for page after page. */
export function paginateListImportedModels(client: BedrockClient, input: ListImportedModelsRequest = {}, options: PaginateOptions = {}): AsyncGenerator<ListImportedModelsResponse, void, undefined> {
  const send = (page: ListImportedModelsRequest) => client.send(new ListImportedModelsCommand(page), options);
  return paginate(send, input, { inputToken: 'nextToken', outputToken: 'nextToken' });
}

/** Calls `ListModelImportJobs` for page after page. */
export function paginateListModelImportJobs(client: BedrockClient, input: ListModelImportJobsRequest = {}, options: PaginateOptions = {}): AsyncGenerator<ListModelImportJobsResponse, void, undefined> {
  const send = (page: ListModelImportJobsRequest) => client.send(new ListModelImportJobsCommand(page), options);
  return paginate(send, input, { inputToken: 'nextToken', outputToken: 'nextToken' });
}
