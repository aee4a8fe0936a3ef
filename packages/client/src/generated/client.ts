// Made by the client class emitter. Do not edit: change the model or the emitter.
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import { type ClientConfiguration, type MetadataBearer, ServiceClient, type ServiceDescription } from '@shapegate/client/runtime';
import { endpointRules } from './endpoint.ts';
import { registerErrors } from './errors.ts';
import type { CreateModelImportJobRequest, CreateModelImportJobResponse, DeleteImportedModelRequest, DeleteImportedModelResponse, GetImportedModelRequest, GetImportedModelResponse, GetModelImportJobRequest, GetModelImportJobResponse, ListImportedModelsRequest, ListImportedModelsResponse, ListModelImportJobsRequest, ListModelImportJobsResponse } from './types.ts';

/** The input of any operation. */
export type ServiceInput =
  | CreateModelImportJobRequest
  | DeleteImportedModelRequest
  | GetImportedModelRequest
  | GetModelImportJobRequest
  | ListImportedModelsRequest
  | ListModelImportJobsRequest;

/** The output of any operation, with what is known of its answer. */
export type ServiceOutput =
  | (CreateModelImportJobResponse & MetadataBearer)
  | (DeleteImportedModelResponse & MetadataBearer)
  | (GetImportedModelResponse & MetadataBearer)
  | (GetModelImportJobResponse & MetadataBearer)
  | (ListImportedModelsResponse & MetadataBearer)
  | (ListModelImportJobsResponse & MetadataBearer);

const service: ServiceDescription = {
  name: 'AmazonBedrockControlPlaneService',
  namespace: 'com.amazonaws.bedrock',
  version: '2023-04-20',
  sdkId: 'Bedrock',
  signingName: 'bedrock',
  authSchemes: ['aws.auth#sigv4', 'smithy.api#httpBearerAuth'],
  operationAuthSchemes: {},
  endpointRules,
  protocol: AwsRestJsonProtocol,
  protocolSettings: { version: '2023-04-20' },
  registerErrors,
};

/**
 * Manages models on Amazon Bedrock. This is the part that brings weights trained elsewhere into the service: a
 * job
 * copies them from Amazon S3, and the model that comes of it is then served like any other.
 */
export class BedrockClient extends ServiceClient<ServiceInput, ServiceOutput> {
  constructor(configuration: ClientConfiguration = {}) {
    super(service, configuration);
  }
}
