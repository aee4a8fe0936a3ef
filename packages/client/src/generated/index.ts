// Made by Shapegate (emitter: client index). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
export { BedrockClient, type ServiceInput, type ServiceOutput } from './client.js';
export {
  CreateModelImportJobCommand,
  DeleteImportedModelCommand,
  GetImportedModelCommand,
  GetModelImportJobCommand,
  ListImportedModelsCommand,
  ListModelImportJobsCommand,
  commands,
} from './commands.js';
export {
  AccessDeniedException,
  BedrockServiceException,
  ConflictException,
  InternalServerException,
  ResourceNotFoundException,
  ServiceQuotaExceededException,
  ThrottlingException,
  TooManyTagsException,
  ValidationException,
} from './errors.js';
export {
  iterateListImportedModels,
  iterateListModelImportJobs,
  paginateListImportedModels,
  paginateListModelImportJobs,
} from './paginators.js';
export {
  type CreateModelImportJobRequest,
  type CreateModelImportJobResponse,
  type CustomModelUnits,
  type DeleteImportedModelRequest,
  type DeleteImportedModelResponse,
  type GetImportedModelRequest,
  type GetImportedModelResponse,
  type GetModelImportJobRequest,
  type GetModelImportJobResponse,
  type ImportedModelSummary,
  type ImportedModelSummaryList,
  type ListImportedModelsRequest,
  type ListImportedModelsResponse,
  type ListModelImportJobsRequest,
  type ListModelImportJobsResponse,
  type ModelDataSource,
  ModelImportJobStatus,
  type ModelImportJobSummaries,
  type ModelImportJobSummary,
  type S3DataSource,
  type SecurityGroupIds,
  SortJobsBy,
  SortModelsBy,
  SortOrder,
  type SubnetIds,
  type Tag,
  type TagList,
  type VpcConfig,
} from './types.js';
