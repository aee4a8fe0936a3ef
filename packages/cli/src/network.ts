import { emulator } from './commands/emulator.ts';
import { getJob, listJobs, waitJob } from './commands/jobs/jobs.ts';
import { deleteModel, getModel, listModels } from './commands/jobs/models.ts';
import { plan } from './commands/jobs/plan.ts';
import { submit } from './commands/jobs/submit.ts';

/** The commands that need the client or the emulator, by name. */
export const networkHandlers = {
  plan,
  submit,
  'jobs list': listJobs,
  'jobs get': getJob,
  'jobs wait': waitJob,
  'models list': listModels,
  'models get': getModel,
  'models delete': deleteModel,
  emulator,
} as const;
