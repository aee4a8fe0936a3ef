// Made by Shapegate (emitter: client class). Do not edit: change the model and generate again.
// From model/evaluations.smithy shapegate/arn.smithy shapegate/character-class.smithy shapegate/kms.smithy
//   shapegate/member-hints.smithy shapegate/name.smithy shapegate/operation.smithy shapegate/s3.smithy
//   shapegate/tags.smithy shapegate/token.smithy shapegate/vpc.smithy
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import {
  type ClientConfiguration,
  type MetadataBearer,
  ServiceClient,
  type ServiceDescription,
} from '@shapegate/client/runtime';
import { registerErrors } from './errors.js';
import type {
  GetEvaluationInput,
  GetEvaluationOutput,
  StartEvaluationInput,
  StartEvaluationOutput,
} from './types.js';

/** The input of any operation. */
export type ServiceInput =
  | GetEvaluationInput
  | StartEvaluationInput;

/** The output of any operation, with what is known of its answer. */
export type ServiceOutput =
  | (GetEvaluationOutput & MetadataBearer)
  | (StartEvaluationOutput & MetadataBearer);

const service: ServiceDescription = {
  name: 'Evaluations',
  namespace: 'acme.evaluations',
  version: '2026-11-01',
  sdkId: 'Evaluations',
  signingName: null,
  authSchemes: ['smithy.api#httpBearerAuth'],
  operationAuthSchemes: {},
  endpointRules: null,
  protocol: AwsRestJsonProtocol,
  protocolSettings: { version: '2026-11-01' },
  registerErrors,
};

/** Measures imported models against sets of questions. */
export class EvaluationsClient extends ServiceClient<ServiceInput, ServiceOutput> {
  constructor(configuration: ClientConfiguration = {}) {
    super(service, configuration);
  }
}
