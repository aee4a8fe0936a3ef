// Made by Shapegate (emitter: client class). Do not edit: change the model and generate again.
// From model/parcels.smithy
import { AwsRestJsonProtocol } from '@aws-sdk/core/protocols';
import {
  type ClientConfiguration,
  type MetadataBearer,
  ServiceClient,
  type ServiceDescription,
} from '@shapegate/client/runtime';
import { registerErrors } from './errors.js';
import type { SendParcelInput, SendParcelOutput } from './types.js';

/** The input of any operation. */
export type ServiceInput = SendParcelInput;

/** The output of any operation, with what is known of its answer. */
export type ServiceOutput = (SendParcelOutput & MetadataBearer);

const service: ServiceDescription = {
  name: 'Parcels',
  namespace: 'example.parcels',
  version: '2026-11-01',
  sdkId: 'Parcels',
  signingName: null,
  authSchemes: ['smithy.api#noAuth'],
  operationAuthSchemes: {},
  endpointRules: null,
  protocol: AwsRestJsonProtocol,
  protocolSettings: { version: '2026-11-01' },
  registerErrors,
};

/** Takes parcels from door to door. */
export class ParcelsClient extends ServiceClient<ServiceInput, ServiceOutput> {
  constructor(configuration: ClientConfiguration = {}) {
    super(service, configuration);
  }
}
