// Made by Shapegate (emitter: client commands). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import { type MetadataBearer, type ResolvedConfiguration, addEndpoint } from '@shapegate/client/runtime';
import { Command } from '@smithy/smithy-client';
import type { ServiceInput, ServiceOutput } from './client.js';
import { endpointParameters } from './endpoint.js';
import {
  CreateModelImportJob$,
  DeleteImportedModel$,
  GetImportedModel$,
  GetModelImportJob$,
  ListImportedModels$,
  ListModelImportJobs$,
} from './schemas.js';
import type {
  CreateModelImportJobRequest,
  CreateModelImportJobResponse,
  DeleteImportedModelRequest,
  DeleteImportedModelResponse,
  GetImportedModelRequest,
  GetImportedModelResponse,
  GetModelImportJobRequest,
  GetModelImportJobResponse,
  ListImportedModelsRequest,
  ListImportedModelsResponse,
  ListModelImportJobsRequest,
  ListModelImportJobsResponse,
} from './types.js';

/**
 * Starts a job that copies the weights of a model from Amazon S3 into Bedrock. The job runs for minutes to hours and
 * can be neither stopped nor deleted; its name is used up even when it fails. One job at a time runs in an account and
 * Region.
 */
export class CreateModelImportJobCommand extends /* @__PURE__ */ Command.classBuilder<
    CreateModelImportJobRequest,
    CreateModelImportJobResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'CreateModelImportJob')
    .n('BedrockClient', 'CreateModelImportJobCommand')
    .sc(CreateModelImportJob$)
    .build() {
}

/**
 * Deletes an imported model, and with it the cost of storing it. It cannot be brought back; the job that made it stays
 * in the list of jobs.
 */
export class DeleteImportedModelCommand extends /* @__PURE__ */ Command.classBuilder<
    DeleteImportedModelRequest,
    DeleteImportedModelResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'DeleteImportedModel')
    .n('BedrockClient', 'DeleteImportedModelCommand')
    .sc(DeleteImportedModel$)
    .build() {
}

/** Describes a model that was imported. */
export class GetImportedModelCommand extends /* @__PURE__ */ Command.classBuilder<
    GetImportedModelRequest,
    GetImportedModelResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'GetImportedModel')
    .n('BedrockClient', 'GetImportedModelCommand')
    .sc(GetImportedModel$)
    .build() {
}

/** Tells how a job stands, with what it was given. */
export class GetModelImportJobCommand extends /* @__PURE__ */ Command.classBuilder<
    GetModelImportJobRequest,
    GetModelImportJobResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'GetModelImportJob')
    .n('BedrockClient', 'GetModelImportJobCommand')
    .sc(GetModelImportJob$)
    .build() {
}

/** Lists the imported models of the account in this Region, a page at a time. */
export class ListImportedModelsCommand extends /* @__PURE__ */ Command.classBuilder<
    ListImportedModelsRequest,
    ListImportedModelsResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'ListImportedModels')
    .n('BedrockClient', 'ListImportedModelsCommand')
    .sc(ListImportedModels$)
    .build() {
}

/** Lists the import jobs of the account in this Region, a page at a time. */
export class ListModelImportJobsCommand extends /* @__PURE__ */ Command.classBuilder<
    ListModelImportJobsRequest,
    ListModelImportJobsResponse & MetadataBearer,
    ResolvedConfiguration,
    ServiceInput,
    ServiceOutput
  >()
    .ep(endpointParameters)
    .m(addEndpoint)
    .s('AmazonBedrockControlPlaneService', 'ListModelImportJobs')
    .n('BedrockClient', 'ListModelImportJobsCommand')
    .sc(ListModelImportJobs$)
    .build() {
}

/** The commands by the names of their operations. */
export const commands = {
  CreateModelImportJob: CreateModelImportJobCommand,
  DeleteImportedModel: DeleteImportedModelCommand,
  GetImportedModel: GetImportedModelCommand,
  GetModelImportJob: GetModelImportJobCommand,
  ListImportedModels: ListImportedModelsCommand,
  ListModelImportJobs: ListModelImportJobsCommand,
};
