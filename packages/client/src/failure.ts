import { ServiceException } from '@smithy/smithy-client';
import type { HandlerExecutionContext, InitializeMiddleware, MetadataBearer, Pluggable } from '@smithy/types';
import { ClientError, ConnectionError } from './client-error.ts';
import type { ErrorClass } from './error-registry.ts';

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
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Certificates, TLS and answers that are not HTTP. */
const brokenTalk = /^(?:CERT_|ERR_SSL_|ERR_TLS_|HPE_)/;

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
export function translateFailure(error: unknown, context: HandlerExecutionContext, BaseException: ErrorClass): unknown {
  if (!(error instanceof Error) || error instanceof ClientError || error instanceof ServiceException) return error;
  if (error.name === 'AbortError') return error;
  const failure: RawFailure = error;
  const attempts = failure.$metadata?.attempts ?? 1;
  if (failure.code !== undefined && (brokenConnection.has(failure.code) || brokenTalk.test(failure.code))) {
    return new ConnectionError(failure.code, readAddress(context), attempts, error);
  }
  if (failure.name === 'TimeoutError')
    return new ConnectionError('time ran out', readAddress(context), attempts, error);
  const status = failure.$metadata?.httpStatusCode;
  if (status === undefined) return error;
  const exception = new BaseException({
    name: 'UnreadableAnswer',
    $fault: status >= 500 ? 'server' : 'client',
    $metadata: Object.assign({}, failure.$metadata),
    message: `${readAddress(context)} answered ${status} with a body that cannot be read`,
  });
  exception.cause = error;
  return exception;
}

/** The outermost middleware, which translates failures; the service's own base exception stands for what it answers unreadably. */
export function getFailurePlugin<Input extends object, Output extends MetadataBearer>(
  BaseException: ErrorClass,
): Pluggable<Input, Output> {
  const middleware: InitializeMiddleware<Input, Output> = (next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      throw translateFailure(error, context, BaseException);
    }
  };
  return {
    applyToStack: (stack) => stack.add(middleware, { name: 'failureMiddleware', step: 'initialize', priority: 'high' }),
  };
}
