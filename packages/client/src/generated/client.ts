// Made by Shapegate (emitter: client class). Do not edit: change the model and generate again.
// From model/bedrock/access.smithy model/bedrock/data-source.smithy model/bedrock/endpoint.smithy
//   model/bedrock/error.smithy model/bedrock/import.policy.smithy model/bedrock/imported-model.smithy
//   model/bedrock/list-page.smithy model/bedrock/model-import-job.smithy model/bedrock/service.smithy
//   model/bedrock/tag.smithy model/bedrock/vpc-config.smithy model/shapegate/arn.smithy
//   model/shapegate/character-class.smithy model/shapegate/kms.smithy model/shapegate/member-hints.smithy
//   model/shapegate/name.smithy model/shapegate/operation.smithy model/shapegate/s3.smithy
//   model/shapegate/tags.smithy model/shapegate/token.smithy model/shapegate/vpc.smithy
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import {
  type ClientConfiguration,
  type MetadataBearer,
  ServiceClient,
  type ServiceDescription,
} from '@shapegate/client/runtime';
import { endpointRules } from './endpoint.js';
import { registerErrors } from './errors.js';
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
 * Manages models on Amazon Bedrock. This is the part that brings weights trained elsewhere into the service: a job
 * copies them from Amazon S3, and the model that comes of it is then served like any other.
 */
export class BedrockClient extends ServiceClient<ServiceInput, ServiceOutput> {
  constructor(configuration: ClientConfiguration = {}) {
    super(service, configuration);
  }
}
