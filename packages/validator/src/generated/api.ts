// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import type { Api } from '@shapegate/validator/runtime';
import { table } from './shape-table.js';
import type {
  CreateModelImportJobRequest,
  DeleteImportedModelRequest,
  GetImportedModelRequest,
  GetModelImportJobRequest,
  ListImportedModelsRequest,
  ListModelImportJobsRequest,
} from './types.js';
import { validators } from './validators.js';

/** The inputs of the operations by name. */
export interface Requests {
  readonly CreateModelImportJob: CreateModelImportJobRequest;
  readonly DeleteImportedModel: DeleteImportedModelRequest;
  readonly GetImportedModel: GetImportedModelRequest;
  readonly GetModelImportJob: GetModelImportJobRequest;
  readonly ListImportedModels: ListImportedModelsRequest;
  readonly ListModelImportJobs: ListModelImportJobsRequest;
}

/** All that is known of the API, to hand to a gate. */
export const api: Api<Requests> = { table, validators };
