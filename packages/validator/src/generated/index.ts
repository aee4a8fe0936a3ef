// Made by Shapegate (emitter: index). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
export { type Requests, api } from './api.js';
export {
  type CreateModelImportJobBuilder,
  type DeleteImportedModelBuilder,
  type GetImportedModelBuilder,
  type GetModelImportJobBuilder,
  type ListImportedModelsBuilder,
  type ListModelImportJobsBuilder,
  type ModelDataSourceBuilder,
  type S3DataSourceBuilder,
  type TagBuilder,
  type VpcConfigBuilder,
  createModelImportJob,
  deleteImportedModel,
  getImportedModel,
  getModelImportJob,
  listImportedModels,
  listModelImportJobs,
  roleArn,
  s3Uri,
} from './builder.js';
export { table } from './shape-table.js';
export {
  type AccessDeniedException,
  type ConflictException,
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
  type InternalServerException,
  type ListImportedModelsRequest,
  type ListImportedModelsResponse,
  type ListModelImportJobsRequest,
  type ListModelImportJobsResponse,
  type ModelDataSource,
  ModelImportJobStatus,
  type ModelImportJobSummaries,
  type ModelImportJobSummary,
  type ResourceNotFoundException,
  type S3DataSource,
  type SecurityGroupIds,
  type ServiceQuotaExceededException,
  SortJobsBy,
  SortModelsBy,
  SortOrder,
  type SubnetIds,
  type Tag,
  type TagList,
  type ThrottlingException,
  type TooManyTagsException,
  type ValidationException,
  type VpcConfig,
} from './types.js';
