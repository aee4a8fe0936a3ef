import { type BedrockClient, findJob, listJobs as listServiceJobs, waitForJob } from '@shapegate/client';
import type { Arguments } from '../../arguments.ts';
import { escapeLine } from '../../format/escape.ts';
import { readSeconds } from '../../read-seconds.ts';
import { isTerminal, write } from '../../terminal.ts';
import { askService, createClient, printJson, readClientOptions } from './service.ts';

type JobFilter = Exclude<Parameters<typeof listServiceJobs>[1], undefined>;

function tellMissing(name: string): number {
  write(2, `there is no job \`${escapeLine(name)}\` in this account and Region\n`);
  return 1;
}

/** `shapegate jobs list` */
export function listJobs(args: Arguments): Promise<number> {
  return askService(async () => {
    const filter: { -readonly [Key in keyof JobFilter]: JobFilter[Key] } = {};
    const status = args.text('status') as JobFilter['statusEquals'];
    const name = args.text('name-contains');
    if (status !== undefined) filter.statusEquals = status;
    if (name !== undefined) filter.nameContains = name;
    const jobs: unknown[] = [];
    for await (const job of listServiceJobs(createClient(readClientOptions(args)), filter)) jobs.push(job);
    printJson(jobs);
    return 0;
  });
}

/** `shapegate jobs get` */
export function getJob(args: Arguments): Promise<number> {
  const name = args.positionals[0] ?? '';
  return askService(async () => {
    const job = await findJob(createClient(readClientOptions(args)), name);
    if (job === null) return tellMissing(name);
    printJson(job);
    return 0;
  });
}

/** Waits for a job, with a line that moves on a terminal; 0 where it is completed. */
export async function waitWithProgress(
  client: BedrockClient,
  name: string,
  timeoutSeconds: number | undefined,
): Promise<number> {
  const shows = isTerminal(2);
  const ended = await waitForJob(client, name, {
    timeoutSeconds,
    onProgress: (job, elapsed) => {
      if (shows) write(2, `\r\u001b[K${escapeLine(String(job.status))} ${Math.round(elapsed / 1000)} s`);
    },
  });
  if (shows) write(2, '\r\u001b[K');
  switch (ended.outcome) {
    case 'completed':
      return 0;
    case 'failed':
      write(2, `the job failed: ${escapeLine(ended.job.failureMessage ?? 'the service does not say why')}\n`);
      return 1;
    case 'not-found':
      return tellMissing(name);
    default:
      write(2, `the job is not done: ${escapeLine(String(ended.job?.status ?? 'no answer'))} when the wait ended\n`);
      return 1;
  }
}

/** `shapegate jobs wait` */
export function waitJob(args: Arguments): Promise<number> {
  const name = args.positionals[0] ?? '';
  const timeout = readSeconds(args, 'timeout');
  return askService(async () => {
    const client = createClient(readClientOptions(args));
    const status = await waitWithProgress(client, name, timeout);
    const job = await findJob(client, name);
    if (job !== null) printJson(job);
    return status;
  });
}
