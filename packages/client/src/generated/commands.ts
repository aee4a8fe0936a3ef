// Made by the client commands emitter. Do not edit: change the model or the emitter.
import { type MetadataBearer, type ResolvedConfiguration, addEndpoint } from '@shapegate/client/runtime';
import { Command } from '@smithy/smithy-client';
import type { ServiceInput, ServiceOutput } from './client.ts';
import { endpointParameters } from './endpoint.ts';
import { CreateModelImportJob$, DeleteImportedModel$, GetImportedModel$, GetModelImportJob$, ListImportedModels$, ListModelImportJobs$ } from './schemas.ts';
import type { CreateModelImportJobRequest, CreateModelImportJobResponse, DeleteImportedModelRequest, DeleteImportedModelResponse, GetImportedModelRequest, GetImportedModelResponse, GetModelImportJobRequest, GetModelImportJobResponse, ListImportedModelsRequest, ListImportedModelsResponse, ListModelImportJobsRequest, ListModelImportJobsResponse } from './types.ts';

/**
 * Starts a job that copies the weights of a model from Amazon S3 into Bedrock. The job runs for minutes to hours
 * and
 * can be neither stopped nor deleted; its name is used up even when it fails. One job at a time runs in an
 * account and
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
 * Deletes an imported model, and with it the cost of storing it. It cannot be brought back; the job that made it
 * stays
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
