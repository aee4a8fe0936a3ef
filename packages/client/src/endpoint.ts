import { awsEndpointFunctions } from '@aws-sdk/core/client';
import {
  customEndpointFunctions,
  EndpointCache,
  EndpointError,
  type EndpointInputConfig,
  getEndpointPlugin,
  type RuleSetObject,
  resolveEndpoint,
} from '@smithy/core/endpoints';
import type { EndpointParameterInstructions, EndpointParameters, EndpointV2, Logger, Pluggable } from '@smithy/types';
import { InvalidEndpointError } from './client-error.ts';
import type { EndpointRules } from './service-description.ts';

/** The parameters that a service without a rule set has: the endpoint that was configured. */
export const endpointOnly: EndpointParameterInstructions = { Endpoint: { type: 'builtInParams', name: 'endpoint' } };

/** Finds a service's address from its parameters. */
export type EndpointProvider = (parameters: EndpointParameters, context?: { logger?: Logger }) => EndpointV2;

/** Makes the function that finds the address; without rules it is the configured endpoint. Throws InvalidEndpointError. */
export function createEndpointProvider(rules: EndpointRules | null): EndpointProvider {
  if (rules === null) return takeConfiguredEndpoint;
  customEndpointFunctions.aws = awsEndpointFunctions;
  // The engine's type of rule sets is narrower than the rule sets that it takes.
  const ruleSet = rules.ruleSet as unknown as RuleSetObject;
  const names = Object.keys(ruleSet.parameters ?? {}).sort();
  const cache = new EndpointCache({ size: 50, params: names });
  return (given, context) => {
    const parameters = keepNamed(given, names);
    try {
      return cache.get(parameters, () =>
        resolveEndpoint(ruleSet, {
          // The engine fills defaults in, which must not change what the cache has looked at.
          endpointParams: Object.assign({}, parameters),
          ...(context?.logger === undefined ? undefined : { logger: context.logger }),
        }),
      );
    } catch (error) {
      if (error instanceof EndpointError) throw new InvalidEndpointError(error.message, error);
      throw error;
    }
  };
}

/** Where a service has no parameters from its configuration, the middleware hands over the whole configuration. */
function keepNamed(given: EndpointParameters, names: readonly string[]): Record<string, string | boolean> {
  const named: Record<string, string | boolean> = {};
  for (const name of names) {
    const value = given[name];
    // The engine takes lists too; its types do not say so.
    if (value !== undefined) named[name] = value as string | boolean;
  }
  return named;
}

function takeConfiguredEndpoint(parameters: EndpointParameters): EndpointV2 {
  const endpoint = parameters.Endpoint;
  if (typeof endpoint !== 'string')
    throw new InvalidEndpointError('the model has no rules for one and none is configured');
  return { url: new URL(endpoint) };
}

/** Reads an endpoint given as text; throws InvalidEndpointError where it is no `http:` or `https:` URL. */
export function readEndpoint(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new InvalidEndpointError(`\`${text}\` is not an http or https URL`);
  }
  // The operation's path begins with a slash of its own.
  return text.replace(/\/+$/, '');
}

interface CommandClass {
  getEndpointParameterInstructions(): EndpointParameterInstructions;
}

/** The middleware of every command: its address, found from its own endpoint parameters. */
export function addEndpoint(
  command: CommandClass,
  _stack: unknown,
  configuration: Parameters<typeof getEndpointPlugin>[0] & EndpointInputConfig,
): Pluggable<object, object>[] {
  return [getEndpointPlugin(configuration, command.getEndpointParameterInstructions())];
}
