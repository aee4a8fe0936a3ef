// Made by Shapegate (emitter: client paginators). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import { type PaginateOptions, listItems, paginate } from '@shapegate/client/runtime';
import type { BedrockClient } from './client.js';
import { ListImportedModelsCommand, ListModelImportJobsCommand } from './commands.js';
import type {
  ImportedModelSummary,
  ListImportedModelsRequest,
  ListImportedModelsResponse,
  ListModelImportJobsRequest,
  ListModelImportJobsResponse,
  ModelImportJobSummary,
} from './types.js';

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
