import { StandardRetryStrategy } from '@smithy/core/retry';
import type { RetryErrorInfo, StandardRetryToken } from '@smithy/types';

/** How often a request is tried where nothing else is said. */
export const defaultMaxAttempts = 3;

/**
 * The standard strategy, held to the status: 429, 500, 502, 503, 504 and broken connections are tried again, every
 * other 4xx is final, whatever its error is called. Waits grow with each attempt; `retry-after` is heeded.
 */
export class StatusRetryStrategy extends StandardRetryStrategy {
  override async refreshRetryTokenForRetry(
    token: StandardRetryToken,
    info: RetryErrorInfo,
  ): Promise<StandardRetryToken> {
    const status = info.error?.$metadata?.httpStatusCode;
    // The middleware takes any throw here for "no further attempt" and rethrows the service's own error.
    if (status !== undefined && status >= 400 && status < 500 && status !== 429) throw new Error('not tried again');
    return super.refreshRetryTokenForRetry(token, info);
  }
}
