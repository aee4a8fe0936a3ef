import {
  AwsSdkSigV4Signer,
  getBearerTokenEnvKey,
  NODE_AUTH_SCHEME_PREFERENCE_OPTIONS,
} from '@aws-sdk/core/httpAuthSchemes';
import { HttpBearerAuthSigner, NoAuthSigner, normalizeProvider } from '@smithy/core';
import { loadConfig } from '@smithy/core/config';
import type {
  AwsCredentialIdentity,
  HttpAuthOption,
  HttpAuthScheme,
  HttpAuthSchemeParameters,
  Provider,
  TokenIdentity,
} from '@smithy/types';
import { MissingCredentialsError } from './client-error.ts';
import type { AuthScheme, ServiceDescription } from './service-description.ts';

/** What an operation's authentication depends on. */
export interface AuthParameters extends HttpAuthSchemeParameters {
  operation: string;
  /** Where the signature is valid; null for a service that signs nothing. */
  region: string | null;
}

/** The environment variable that holds a service's bearer token; null for a service without one. */
export function bearerTokenVariable(service: ServiceDescription): string | null {
  if (service.signingName === null || !service.authSchemes.includes('smithy.api#httpBearerAuth')) return null;
  return getBearerTokenEnvKey(service.signingName);
}

/** Says which schemes an operation may be sent with, in the order of preference. */
export function createAuthOptions(service: ServiceDescription): (parameters: AuthParameters) => HttpAuthOption[] {
  return ({ operation, region }) => {
    const own = Object.hasOwn(service.operationAuthSchemes, operation)
      ? service.operationAuthSchemes[operation]
      : undefined;
    return (own ?? service.authSchemes).map((scheme) => createAuthOption(scheme, service, region));
  };
}

function createAuthOption(scheme: AuthScheme, service: ServiceDescription, region: string | null): HttpAuthOption {
  if (scheme !== 'aws.auth#sigv4') return { schemeId: scheme };
  return {
    schemeId: scheme,
    signingProperties: { name: service.signingName, region },
    propertiesExtractor: (config, context) => ({ signingProperties: { config, context } }),
  };
}

/** The schemes with their signers. A bearer token comes from the configuration, else from the environment when it is needed. */
export function createAuthSchemes(
  service: ServiceDescription,
  token: TokenIdentity | Provider<TokenIdentity> | undefined,
): HttpAuthScheme[] {
  const variable = bearerTokenVariable(service);
  const signs = service.authSchemes.includes('aws.auth#sigv4');
  return [
    {
      schemeId: 'aws.auth#sigv4',
      identityProvider: (identities) => identities.getIdentityProvider('aws.auth#sigv4'),
      signer: new AwsSdkSigV4Signer(),
    },
    {
      schemeId: 'smithy.api#httpBearerAuth',
      identityProvider: (): Provider<TokenIdentity> | undefined => {
        if (token !== undefined) return normalizeProvider(token);
        const value = variable === null ? undefined : process.env[variable];
        if (value) return async (): Promise<TokenIdentity> => ({ token: value });
        if (signs) return undefined;
        return async () => {
          throw new MissingCredentialsError('no bearer token is configured', variable);
        };
      },
      signer: new HttpBearerAuthSigner(),
    },
    { schemeId: 'smithy.api#noAuth', identityProvider: () => async () => ({}), signer: new NoAuthSigner() },
  ];
}

/** Which scheme is taken first: `AWS_AUTH_SCHEME_PREFERENCE`, the profile's word, or bearer where its variable is set. */
export function loadAuthSchemePreference(service: ServiceDescription, profile: string | undefined): Provider<string[]> {
  return loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, {
    ...(profile === undefined ? undefined : { profile }),
    ...(bearerTokenVariable(service) === null ? undefined : { signingName: service.signingName ?? '' }),
  });
}

/** The default credential chain of AWS, loaded when the first request is signed; throws MissingCredentialsError. */
export function loadDefaultCredentials(
  service: ServiceDescription,
  init: object,
  profile: string | undefined,
): Provider<AwsCredentialIdentity> {
  let chain: Promise<Provider<AwsCredentialIdentity>> | undefined;
  return async () => {
    chain ??= import('@aws-sdk/credential-provider-node').then(({ defaultProvider }) =>
      defaultProvider(Object.assign({}, init, profile === undefined ? undefined : { profile })),
    );
    try {
      return await (await chain)();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const where = profile === undefined ? reason : `${reason} (profile \`${profile}\`)`;
      throw new MissingCredentialsError(where, bearerTokenVariable(service), error);
    }
  };
}
