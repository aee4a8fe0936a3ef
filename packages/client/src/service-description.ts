import type { JsonObject } from '@shapegate/validator/leaves';
import type { TypeRegistry } from '@smithy/core/schema';
import type { $ClientProtocolCtor, EndpointParameterInstructions, HttpRequest, HttpResponse } from '@smithy/types';

/** An authentication trait's id, as far as the runtime can act on it. */
export type AuthScheme = 'aws.auth#sigv4' | 'smithy.api#httpBearerAuth' | 'smithy.api#noAuth';

/** How a service's address is found: the model's rule set, and where each of its parameters comes from. */
export interface EndpointRules {
  readonly ruleSet: JsonObject;
  readonly parameters: EndpointParameterInstructions;
}

/** What generated code says of its service: all that the generic client knows of one. */
export interface ServiceDescription {
  /** The shape's name, such as `Parcels`. */
  readonly name: string;
  readonly namespace: string;
  readonly version: string;
  /** `aws.api#service` `sdkId`, else the shape's name; `AWS_ENDPOINT_URL_<SDK_ID>` is made of it. */
  readonly sdkId: string;
  /** The name that SigV4 signs for and that the bearer token's variable bears; null where the service has neither. */
  readonly signingName: string | null;
  /** In the order of the model's `auth`, else sorted; the first one that has an identity is taken. */
  readonly authSchemes: readonly AuthScheme[];
  /** By operation name, where an operation says otherwise than its service. */
  readonly operationAuthSchemes: Readonly<Record<string, readonly AuthScheme[]>>;
  /** Null where the model has no rule set: then an endpoint must be configured. */
  readonly endpointRules: EndpointRules | null;
  readonly protocol: $ClientProtocolCtor<HttpRequest, HttpResponse>;
  readonly protocolSettings: Readonly<Record<string, string>>;
  /** Called once a client, so that a bundle which only names a schema registers nothing. */
  readonly registerErrors: () => TypeRegistry;
}
