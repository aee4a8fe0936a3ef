// Made by Shapegate (emitter: client schemas). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import type {
  StaticErrorSchema,
  StaticListSchema,
  StaticOperationSchema,
  StaticStructureSchema,
  StaticUnionSchema,
} from '@smithy/types';

export const AccessDeniedException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'AccessDeniedException', { error: 'client', httpError: 403 },
  ['message'],
  [0],
];

export const ConflictException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'ConflictException', { error: 'client', httpError: 400 },
  ['message'],
  [0],
];

export const CreateModelImportJob$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'CreateModelImportJob', { http: ['POST', '/model-import-jobs', 201] },
  () => CreateModelImportJobRequest$,
  () => CreateModelImportJobResponse$,
];

export const CreateModelImportJobRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'CreateModelImportJobRequest', 0,
  ['jobName', 'importedModelName', 'roleArn', 'modelDataSource', 'jobTags', 'importedModelTags', 'clientRequestToken', 'vpcConfig', 'importedModelKmsKeyId'],
  [0, 0, 0, () => ModelDataSource$, () => TagList$, () => TagList$, 0, () => VpcConfig$, 0],
  4,
];

export const CreateModelImportJobResponse$: StaticStructureSchema = [3, 'com.amazonaws.bedrock', 'CreateModelImportJobResponse', 0, ['jobArn'], [0], 1];

export const CustomModelUnits$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'CustomModelUnits', 0,
  ['customModelUnitsPerModelCopy', 'customModelUnitsVersion'],
  [1, 0],
];

export const DeleteImportedModel$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'DeleteImportedModel', { http: ['DELETE', '/imported-models/{modelIdentifier}', 200] },
  () => DeleteImportedModelRequest$,
  () => DeleteImportedModelResponse$,
];

export const DeleteImportedModelRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'DeleteImportedModelRequest', 0,
  ['modelIdentifier'],
  [[0, 1]],
  1,
];

export const DeleteImportedModelResponse$: StaticStructureSchema = [3, 'com.amazonaws.bedrock', 'DeleteImportedModelResponse', 0, [], []];

export const GetImportedModel$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'GetImportedModel', { http: ['GET', '/imported-models/{modelIdentifier}', 200] },
  () => GetImportedModelRequest$,
  () => GetImportedModelResponse$,
];

export const GetImportedModelRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'GetImportedModelRequest', 0,
  ['modelIdentifier'],
  [[0, 1]],
  1,
];

export const GetImportedModelResponse$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'GetImportedModelResponse', 0,
  ['modelArn', 'modelName', 'jobName', 'jobArn', 'modelDataSource', 'creationTime', 'modelArchitecture', 'modelKmsKeyArn', 'instructSupported', 'customModelUnits'],
  [0, 0, 0, 0, () => ModelDataSource$, 5, 0, 0, 2, () => CustomModelUnits$],
];

export const GetModelImportJob$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'GetModelImportJob', { http: ['GET', '/model-import-jobs/{jobIdentifier}', 200] },
  () => GetModelImportJobRequest$,
  () => GetModelImportJobResponse$,
];

export const GetModelImportJobRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'GetModelImportJobRequest', 0,
  ['jobIdentifier'],
  [[0, 1]],
  1,
];

export const GetModelImportJobResponse$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'GetModelImportJobResponse', 0,
  ['jobArn', 'jobName', 'importedModelName', 'importedModelArn', 'roleArn', 'modelDataSource', 'status', 'failureMessage', 'creationTime', 'lastModifiedTime', 'endTime', 'vpcConfig', 'importedModelKmsKeyArn'],
  [0, 0, 0, 0, 0, () => ModelDataSource$, 0, 0, 5, 5, 5, () => VpcConfig$, 0],
];

export const ImportedModelSummary$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ImportedModelSummary', 0,
  ['modelArn', 'modelName', 'creationTime', 'instructSupported', 'modelArchitecture'],
  [0, 0, 5, 2, 0],
  3,
];

export const ImportedModelSummaryList$: StaticListSchema = [1, 'com.amazonaws.bedrock', 'ImportedModelSummaryList', 0, () => ImportedModelSummary$];

export const InternalServerException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'InternalServerException', { error: 'server', httpError: 500 },
  ['message'],
  [0],
];

export const ListImportedModels$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'ListImportedModels', { http: ['GET', '/imported-models', 200] },
  () => ListImportedModelsRequest$,
  () => ListImportedModelsResponse$,
];

export const ListImportedModelsRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ListImportedModelsRequest', 0,
  ['creationTimeBefore', 'creationTimeAfter', 'nameContains', 'maxResults', 'nextToken', 'sortBy', 'sortOrder'],
  [[5, { httpQuery: 'creationTimeBefore' }], [5, { httpQuery: 'creationTimeAfter' }], [0, { httpQuery: 'nameContains' }], [1, { httpQuery: 'maxResults' }], [0, { httpQuery: 'nextToken' }], [0, { httpQuery: 'sortBy' }], [0, { httpQuery: 'sortOrder' }]],
];

export const ListImportedModelsResponse$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ListImportedModelsResponse', 0,
  ['nextToken', 'modelSummaries'],
  [0, () => ImportedModelSummaryList$],
];

export const ListModelImportJobs$: StaticOperationSchema = [
  9, 'com.amazonaws.bedrock', 'ListModelImportJobs', { http: ['GET', '/model-import-jobs', 200] },
  () => ListModelImportJobsRequest$,
  () => ListModelImportJobsResponse$,
];

export const ListModelImportJobsRequest$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ListModelImportJobsRequest', 0,
  ['creationTimeAfter', 'creationTimeBefore', 'statusEquals', 'nameContains', 'maxResults', 'nextToken', 'sortBy', 'sortOrder'],
  [[5, { httpQuery: 'creationTimeAfter' }], [5, { httpQuery: 'creationTimeBefore' }], [0, { httpQuery: 'statusEquals' }], [0, { httpQuery: 'nameContains' }], [1, { httpQuery: 'maxResults' }], [0, { httpQuery: 'nextToken' }], [0, { httpQuery: 'sortBy' }], [0, { httpQuery: 'sortOrder' }]],
];

export const ListModelImportJobsResponse$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ListModelImportJobsResponse', 0,
  ['nextToken', 'modelImportJobSummaries'],
  [0, () => ModelImportJobSummaries$],
];

export const ModelDataSource$: StaticUnionSchema = [
  4, 'com.amazonaws.bedrock', 'ModelDataSource', 0,
  ['s3DataSource'],
  [() => S3DataSource$],
];

export const ModelImportJobSummaries$: StaticListSchema = [1, 'com.amazonaws.bedrock', 'ModelImportJobSummaries', 0, () => ModelImportJobSummary$];

export const ModelImportJobSummary$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'ModelImportJobSummary', 0,
  ['jobArn', 'jobName', 'status', 'creationTime', 'lastModifiedTime', 'endTime', 'importedModelArn', 'importedModelName'],
  [0, 0, 0, 5, 5, 5, 0, 0],
  4,
];

export const ResourceNotFoundException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'ResourceNotFoundException', { error: 'client', httpError: 404 },
  ['message'],
  [0],
];

export const S3DataSource$: StaticStructureSchema = [3, 'com.amazonaws.bedrock', 'S3DataSource', 0, ['s3Uri'], [0], 1];

export const SecurityGroupIds$: StaticListSchema = [1, 'com.amazonaws.bedrock', 'SecurityGroupIds', 0, 0];

export const ServiceQuotaExceededException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'ServiceQuotaExceededException', { error: 'client', httpError: 400 },
  ['message'],
  [0],
];

export const SubnetIds$: StaticListSchema = [1, 'com.amazonaws.bedrock', 'SubnetIds', 0, 0];

export const Tag$: StaticStructureSchema = [3, 'com.amazonaws.bedrock', 'Tag', 0, ['key', 'value'], [0, 0], 2];

export const TagList$: StaticListSchema = [1, 'com.amazonaws.bedrock', 'TagList', 0, () => Tag$];

export const ThrottlingException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'ThrottlingException', { error: 'client', httpError: 429 },
  ['message'],
  [0],
];

export const TooManyTagsException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'TooManyTagsException', { error: 'client', httpError: 400 },
  ['message', 'resourceName'],
  [0, 0],
];

export const ValidationException$: StaticErrorSchema = [
  -3, 'com.amazonaws.bedrock', 'ValidationException', { error: 'client', httpError: 400 },
  ['message'],
  [0],
];

export const VpcConfig$: StaticStructureSchema = [
  3, 'com.amazonaws.bedrock', 'VpcConfig', 0,
  ['subnetIds', 'securityGroupIds'],
  [() => SubnetIds$, () => SecurityGroupIds$],
  2,
];
