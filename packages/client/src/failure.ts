import { isNodeJsHttp2TransientError } from '@smithy/core/retry';
import { ServiceException } from '@smithy/smithy-client';
import type { HandlerExecutionContext, InitializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import { ClientError, ConnectionError } from './client-error.ts';

const brokenConnection = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EPROTO',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

interface RawFailure extends Error {
  readonly code?: string;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string; readonly attempts?: number };
  readonly $response?: unknown;
}

function readAddress(context: HandlerExecutionContext): string {
  return context.endpointV2?.url.origin ?? 'the endpoint';
}

/**
 * Turns what the layers below throw into the three kinds that a caller has to know: an exception of the service
 * (ServiceException), a broken connection (ConnectionError), a set-up that cannot work (ClientError).
 */
export function translateFailure(error: unknown, context: HandlerExecutionContext): unknown {
  if (!(error instanceof Error) || error instanceof ClientError || error instanceof ServiceException) return error;
  if (error.name === 'AbortError') return error;
  const failure: RawFailure = error;
  const attempts = failure.$metadata?.attempts ?? 1;
  if (failure.code !== undefined && (brokenConnection.has(failure.code) || isNodeJsHttp2TransientError(failure))) {
    return new ConnectionError(failure.code, readAddress(context), attempts, error);
  }
  if (failure.name === 'TimeoutError')
    return new ConnectionError('time ran out', readAddress(context), attempts, error);
  const status = failure.$metadata?.httpStatusCode;
  if (status === undefined) return error;
  const exception = new ServiceException({
    name: 'UnreadableAnswer',
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: Object.assign({}, failure.$metadata),
    message: `${readAddress(context)} answered ${status} with a body that cannot be read`,
  });
  exception.cause = error;
  return exception;
}

/** The outermost middleware, which translates failures. */
export function getFailurePlugin<Input extends object, Output extends MetadataBearer>(): Pluggable<Input, Output> {
  const middleware: InitializeMiddleware<Input, Output> = (next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      throw translateFailure(error, context);
    }
  };
  return {
    applyToStack: (stack) => stack.add(middleware, { name: 'failureMiddleware', step: 'initialize', priority: 'high' }),
  };
}
