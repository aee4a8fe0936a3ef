import { type AwsSdkSigV4AuthResolvedConfig, resolveAwsSdkSigV4Config } from '@aws-sdk/core/httpAuthSchemes';
import { normalizeProvider } from '@smithy/core';
import { Sha256 } from '@smithy/core/checksum';
import {
  loadConfig,
  NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  type RegionResolvedConfig,
  resolveRegionConfig,
} from '@smithy/core/config';
import { type EndpointResolvedConfig, resolveEndpointConfig } from '@smithy/core/endpoints';
import { parseUrl } from '@smithy/core/protocols';
import { NODE_MAX_ATTEMPT_CONFIG_OPTIONS, type RetryResolvedConfig, resolveRetryConfig } from '@smithy/core/retry';
import type { TypeRegistry } from '@smithy/core/schema';
import { calculateBodyLength, fromBase64, fromUtf8, toBase64, toUtf8 } from '@smithy/core/serde';
import { streamCollector } from '@smithy/node-http-handler';
import { NoOpLogger } from '@smithy/smithy-client';
import type {
  $ClientProtocol,
  AwsCredentialIdentity,
  BodyLengthCalculator,
  HttpAuthOption,
  HttpAuthScheme,
  HttpRequest,
  HttpResponse,
  Logger,
  NodeHttpHandlerOptions,
  Provider,
  SerdeFunctions,
  TokenIdentity,
  UrlParser,
} from '@smithy/types';
import {
  type AuthParameters,
  createAuthOptions,
  createAuthSchemes,
  loadAuthSchemePreference,
  loadDefaultCredentials,
} from './authentication.ts';
import { MissingRegionError } from './client-error.ts';
import { createEndpointProvider, readEndpoint } from './endpoint.ts';
import { StatusRetryStrategy } from './retry.ts';
import type { ServiceDescription } from './service-description.ts';
import { createTransport, type Transport } from './transport.ts';

/** How a client is set up. What is left out comes from the AWS environment and profile, as for every AWS SDK. */
export interface ClientConfiguration {
  /** Else `AWS_REGION`, `AWS_DEFAULT_REGION`, the profile's `region`. The metadata service is not asked for it. */
  readonly region?: string | Provider<string> | undefined;
  /** Else `AWS_PROFILE`, else `default`. */
  readonly profile?: string | undefined;
  /** An address to use in place of the service's own; else `AWS_ENDPOINT_URL_<SERVICE>`, `AWS_ENDPOINT_URL`. */
  readonly endpoint?: string | undefined;
  /** Else the default credential chain. */
  readonly credentials?: AwsCredentialIdentity | Provider<AwsCredentialIdentity> | undefined;
  /** A bearer token; else the service's `AWS_BEARER_TOKEN_<SIGNING_NAME>`, which is then preferred to a signature. */
  readonly token?: TokenIdentity | Provider<TokenIdentity> | undefined;
  /** Names of schemes, first choice first, such as `['sigv4']`. */
  readonly authSchemePreference?: readonly string[] | undefined;
  /** The first attempt included; else `AWS_MAX_ATTEMPTS`, the profile's `max_attempts`, 3. */
  readonly maxAttempts?: number | undefined;
  readonly useFipsEndpoint?: boolean | undefined;
  readonly useDualstackEndpoint?: boolean | undefined;
  /** Time limits and agents, or a transport of your own. */
  readonly transport?: Transport | NodeHttpHandlerOptions | undefined;
  readonly logger?: Logger | undefined;
}

/** The configuration with every default filled in; values that need the disk are read when they are first asked for. */
export interface ResolvedConfiguration
  extends AwsSdkSigV4AuthResolvedConfig,
    RegionResolvedConfig,
    EndpointResolvedConfig,
    RetryResolvedConfig,
    SerdeFunctions {
  readonly apiVersion: string;
  readonly serviceId: string;
  readonly requestHandler: Transport;
  readonly urlParser: UrlParser;
  readonly bodyLengthChecker: BodyLengthCalculator;
  readonly logger: Logger;
  readonly disableHostPrefix: boolean;
  readonly protocol: $ClientProtocol<HttpRequest, HttpResponse>;
  readonly protocolSettings: { defaultNamespace?: string; [setting: string]: unknown };
  readonly httpAuthSchemes: HttpAuthScheme[];
  readonly httpAuthSchemeProvider: (parameters: AuthParameters) => HttpAuthOption[];
  readonly authSchemePreference: Provider<string[]>;
}

/** Reads the Region from the AWS environment and profile; throws MissingRegionError where neither has one. */
export function loadRegion(profile: string | undefined): Provider<string> {
  return loadConfig<string>(
    {
      environmentVariableSelector: (env) => env.AWS_REGION || env.AWS_DEFAULT_REGION || undefined,
      configFileSelector: (section) => section.region || undefined,
      default: async () => {
        throw new MissingRegionError();
      },
    },
    { preferredFile: 'credentials', ...(profile === undefined ? undefined : { profile }) },
  );
}

/** Reads the account from the AWS environment and profile; null where neither names one. */
export function loadAccount(profile: string | undefined): Provider<string | null> {
  return loadConfig<string | null>(
    {
      environmentVariableSelector: (env) => env.AWS_ACCOUNT_ID || undefined,
      configFileSelector: (section) => section.aws_account_id || undefined,
      default: null,
    },
    profile === undefined ? {} : { profile },
  );
}

/** Fills a client's configuration in. Nothing is read from disk or environment before a request needs it. */
export function resolveConfiguration(
  service: ServiceDescription,
  given: ClientConfiguration,
  errors: TypeRegistry,
): ResolvedConfiguration {
  const profile = given.profile === undefined ? {} : { profile: given.profile };
  const logger = given.logger ?? new NoOpLogger();
  const maxAttempts = given.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, profile);
  const base = {
    apiVersion: service.version,
    serviceId: service.sdkId,
    logger,
    ...profile,
    disableHostPrefix: false,
    base64Decoder: fromBase64,
    base64Encoder: toBase64,
    utf8Decoder: fromUtf8,
    utf8Encoder: toUtf8,
    urlParser: parseUrl,
    sha256: Sha256,
    streamCollector,
    bodyLengthChecker: calculateBodyLength,
    requestHandler: createTransport(given.transport),
    region: given.region ?? loadRegion(given.profile),
    useFipsEndpoint: given.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, profile),
    useDualstackEndpoint: given.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, profile),
    endpointProvider: createEndpointProvider(service.endpointRules),
    ...(given.endpoint === undefined ? undefined : { endpoint: readEndpoint(given.endpoint) }),
    maxAttempts,
    retryMode: 'standard',
    retryStrategy: new StatusRetryStrategy(normalizeProvider(maxAttempts)),
    protocol: service.protocol,
    protocolSettings: Object.assign(
      { defaultNamespace: service.namespace, errorTypeRegistries: [errors] },
      service.protocolSettings,
    ),
    httpAuthSchemes: createAuthSchemes(service, given.token),
    httpAuthSchemeProvider: createAuthOptions(service),
    authSchemePreference: given.authSchemePreference
      ? normalizeProvider([...given.authSchemePreference])
      : loadAuthSchemePreference(service, given.profile),
    ...(given.credentials === undefined ? undefined : { credentials: given.credentials }),
    ...(service.signingName === null ? undefined : { defaultSigningName: service.signingName }),
    credentialDefaultProvider: (init: object) => loadDefaultCredentials(service, init, given.profile),
  };
  const resolved = resolveAwsSdkSigV4Config(resolveEndpointConfig(resolveRegionConfig(resolveRetryConfig(base))));
  // `protocol` is still a constructor here; the base class of clients makes the instance.
  return resolved as unknown as ResolvedConfiguration;
}
