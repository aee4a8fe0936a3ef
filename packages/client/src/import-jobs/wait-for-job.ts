import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceException } from '@smithy/smithy-client';
import { ConnectionError } from '../client-error.ts';
import type { BedrockClient } from '../generated/client.ts';
import type { GetModelImportJobResponse } from '../generated/types.ts';
import { findJob } from './look-up.ts';

/** How long to wait, how often to ask, whom to tell. */
export interface WaitOptions {
  /** Called with each answer, and the milliseconds since the wait began. */
  readonly onProgress?: ((job: GetModelImportJobResponse, elapsed: number) => void) | undefined;
  /** Ends the wait, and the request under way. */
  readonly signal?: AbortSignal | undefined;
  /** Six hours where nothing is said. */
  readonly timeoutSeconds?: number | undefined;
  /** The first pause; each one is half as long again as the one before, up to `maxPauseSeconds`. 1 and 30 where nothing is said. */
  readonly pauseSeconds?: number | undefined;
  readonly maxPauseSeconds?: number | undefined;
}

/** How a wait ended; `job` is the last answer, null where there was none. */
export type JobWait =
  | { readonly outcome: 'completed'; readonly job: GetModelImportJobResponse }
  | { readonly outcome: 'failed'; readonly job: GetModelImportJobResponse }
  | { readonly outcome: 'not-found'; readonly job: null }
  | { readonly outcome: 'timed-out'; readonly job: GetModelImportJobResponse | null }
  | { readonly outcome: 'aborted'; readonly job: GetModelImportJobResponse | null };

/** A wait of hours outlives this many failed questions in a row, each of which was tried again by itself. */
const patience = 5;

/** Waits until a job, named by its name or ARN, is completed or failed. Throws what is not a passing trouble. */
export async function waitForJob(
  client: BedrockClient,
  nameOrArn: string,
  options: WaitOptions = {},
): Promise<JobWait> {
  const { onProgress, timeoutSeconds = 6 * 3600, pauseSeconds = 1, maxPauseSeconds = 30 } = options;
  const started = performance.now();
  const deadline = AbortSignal.timeout(Math.min(timeoutSeconds * 1000, 2 ** 31 - 1));
  const signal = options.signal === undefined ? deadline : AbortSignal.any([options.signal, deadline]);
  let last: GetModelImportJobResponse | null = null;
  let failures = 0;
  const end = (): JobWait => ({ outcome: options.signal?.aborted ? 'aborted' : 'timed-out', job: last });
  for (let pause = pauseSeconds * 1000; ; pause = Math.min(pause * 1.5, maxPauseSeconds * 1000)) {
    if (signal.aborted) return end();
    try {
      const job: GetModelImportJobResponse | null = await findJob(client, nameOrArn, { abortSignal: signal });
      failures = 0;
      if (job === null) return { outcome: 'not-found', job: null };
      last = job;
      onProgress?.(job, performance.now() - started);
      if (job.status === 'Completed') return { outcome: 'completed', job };
      if (job.status === 'Failed') return { outcome: 'failed', job };
    } catch (error) {
      if (signal.aborted) return end();
      failures += 1;
      if (failures > patience || !isPassing(error)) throw error;
    }
    await sleep(pause, undefined, { signal, ref: true }).catch(() => undefined);
  }
}

function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError) return true;
  return error instanceof ServiceException && (error.$fault === 'server' || error.$metadata.httpStatusCode === 429);
}
