import type { Valid } from '@shapegate/validator';
import type { CreateModelImportJobRequest } from '@shapegate/validator/api';
import { UncheckedRequestError } from '../client-error.ts';
import type { BedrockClient } from '../generated/client.ts';
import { ValidationException } from '../generated/errors.ts';
import type { CreateModelImportJobResponse, GetModelImportJobResponse } from '../generated/types.ts';
import { type SendOptions, sendValid } from '../request/send-valid.ts';
import { compareJob, type JobDifference } from './compare-job.ts';
import { findJob } from './look-up.ts';
import { tables } from './tables.ts';

/** What came of a submission. */
export type Submission =
  /** The service accepted it: a new job, or the one that this token started before. */
  | { readonly outcome: 'submitted'; readonly jobArn: string; readonly token: string }
  /** The name is taken by a job that does what this request asks for; none was started now. */
  | {
      readonly outcome: 'already-submitted';
      readonly jobArn: string;
      readonly job: GetModelImportJobResponse;
      /** Members of the request that the service does not tell of a job. */
      readonly notCompared: readonly string[];
    }
  /** The name is taken by another job; none was started now. */
  | {
      readonly outcome: 'name-in-use';
      readonly jobArn: string;
      readonly job: GetModelImportJobResponse;
      readonly differences: readonly JobDifference[];
      readonly error: ValidationException;
    };

/** The service has no exception of its own for it. */
const nameInUse = /\bname is (?:currently|already) in use\b/i;

/**
 * Submits a request that a gate has passed, and takes nothing else. The request's token is filled from its content
 * where it has none, so that the same request sent twice is one job. Throws the service's exceptions, and ClientError
 * where nothing was answered.
 *
 * @example
 * const checked = gate.check('CreateModelImportJob', input);
 * if (checked.verdict === 'valid') await submit(client, checked.request);
 */
export async function submit(
  client: BedrockClient,
  valid: Valid<CreateModelImportJobRequest>,
  options: SendOptions = {},
): Promise<Submission> {
  if (valid?.operation !== undefined && valid.operation !== 'CreateModelImportJob') {
    throw new UncheckedRequestError(`it is for \`${valid.operation}\`, expected \`CreateModelImportJob\``);
  }
  try {
    const sent = await sendValid<CreateModelImportJobResponse>(client, tables, valid, options);
    return { outcome: 'submitted', jobArn: sent.output.jobArn, token: sent.token ?? '' };
  } catch (error) {
    if (!(error instanceof ValidationException) || !nameInUse.test(error.message)) throw error;
    const { jobName }: Readonly<Record<string, unknown>> = { ...valid.input };
    const job = typeof jobName === 'string' ? await findJob(client, jobName, options) : null;
    // The name in the message may be the model's; then no job tells more than the service did.
    if (job?.jobArn === undefined) throw error;
    const { same, differences, notCompared } = compareJob(valid.input, job);
    if (same) return { outcome: 'already-submitted', jobArn: job.jobArn, job, notCompared };
    return { outcome: 'name-in-use', jobArn: job.jobArn, job, differences, error };
  }
}
