import { getHostHeaderPlugin } from '@aws-sdk/core/client';
import {
  DefaultIdentityProviderConfig,
  getHttpAuthSchemeEndpointRuleSetPlugin,
  getHttpSigningPlugin,
  getSmithyContext,
} from '@smithy/core';
import { getContentLengthPlugin, HttpRequest } from '@smithy/core/protocols';
import { getRetryPlugin } from '@smithy/core/retry';
import { getSchemaSerdePlugin } from '@smithy/core/schema';
import { Client } from '@smithy/smithy-client';
import type {
  BuildMiddleware,
  HandlerExecutionContext,
  HttpHandlerOptions,
  MetadataBearer,
  Pluggable,
  Provider,
} from '@smithy/types';
import type { AuthParameters } from './authentication.ts';
import {
  type ClientConfiguration,
  loadAccount,
  type ResolvedConfiguration,
  resolveConfiguration,
} from './configuration.ts';
import { findBaseException } from './error-registry.ts';
import { getFailurePlugin } from './failure.ts';
import type { ServiceDescription } from './service-description.ts';

function getUserAgentPlugin<Input extends object, Output extends MetadataBearer>(): Pluggable<Input, Output> {
  const middleware: BuildMiddleware<Input, Output> = (next) => async (args) => {
    if (HttpRequest.isInstance(args.request)) args.request.headers['user-agent'] = 'shapegate';
    return next(args);
  };
  return { applyToStack: (stack) => stack.add(middleware, { name: 'userAgentMiddleware', step: 'build' }) };
}

/**
 * A client of one service: what every generated client class extends. It signs, retries and reads answers; `send`
 * takes a command and answers with the operation's output, or throws a ServiceException or a ClientError.
 */
export class ServiceClient<Input extends object, Output extends MetadataBearer> extends Client<
  HttpHandlerOptions,
  Input,
  Output,
  ResolvedConfiguration
> {
  readonly service: ServiceDescription;
  /** The account that the AWS environment or profile names; null where neither does. */
  readonly account: Provider<string | null>;

  constructor(service: ServiceDescription, configuration: ClientConfiguration = {}) {
    const errors = service.registerErrors();
    const config = resolveConfiguration(service, configuration, errors);
    super(config);
    this.service = service;
    this.account = loadAccount(configuration.profile);
    const signs = service.authSchemes.includes('aws.auth#sigv4');
    const stack = this.middlewareStack;
    stack.use(getFailurePlugin(findBaseException(errors)));
    stack.use(getSchemaSerdePlugin(config));
    stack.use(getUserAgentPlugin());
    stack.use(getRetryPlugin(config));
    stack.use(getContentLengthPlugin(config));
    stack.use(getHostHeaderPlugin(config));
    stack.use(
      getHttpAuthSchemeEndpointRuleSetPlugin(config, {
        httpAuthSchemeParametersProvider: async (
          _config: object,
          context: HandlerExecutionContext,
        ): Promise<AuthParameters> => ({
          operation: String(getSmithyContext(context).operation),
          region: signs ? await config.region() : null,
        }),
        identityProviderConfigProvider: async () =>
          new DefaultIdentityProviderConfig({ 'aws.auth#sigv4': config.credentials }),
      }),
    );
    stack.use(getHttpSigningPlugin(config));
  }
}
