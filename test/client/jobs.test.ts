import {
  BedrockClient,
  deleteModel,
  findJob,
  findModel,
  listJobs,
  listModels,
  paginateListModelImportJobs,
  waitForJob,
} from '@shapegate/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answerException, type Captured, CaptureServer, credentials } from './capture-server.ts';

const test = suite('jobs and models');

type Script = (request: Captured, index: number) => Answer | Promise<Answer>;

async function withServer<Result>(
  script: Script,
  use: (client: BedrockClient, server: CaptureServer) => Promise<Result>,
): Promise<Result> {
  const server = await CaptureServer.start(script);
  try {
    return await use(
      new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials, maxAttempts: 1 }),
      server,
    );
  } finally {
    await server.stop();
  }
}

const job = (status: string): Answer => ({ status: 200, body: JSON.stringify({ jobName: 'nightly', status }) });
const gone = answerException(404, 'ResourceNotFoundException');
const quick = { pauseSeconds: 0.01, maxPauseSeconds: 0.02 };

test('waits until the job is completed, and tells of each answer', async () => {
  const seen: (string | undefined)[] = [];
  const script: Script = (_, index) => job(index < 3 ? 'InProgress' : 'Completed');
  const wait = await withServer(script, (client) =>
    waitForJob(client, 'nightly', { ...quick, onProgress: ({ status }) => seen.push(status) }),
  );
  assert.is(wait.outcome, 'completed');
  assert.is(wait.job?.jobName, 'nightly');
  assert.equal(seen, ['InProgress', 'InProgress', 'InProgress', 'Completed']);
});

test('a job that fails ends the wait', async () => {
  const failed = {
    status: 200,
    body: JSON.stringify({ status: 'Failed', failureMessage: 'could not find config.json' }),
  };
  const wait = await withServer(
    () => failed,
    (client) => waitForJob(client, 'nightly', quick),
  );
  assert.is(wait.outcome, 'failed');
  assert.is(wait.job?.failureMessage, 'could not find config.json');
});

test('a job that is not there ends the wait', async () => {
  const wait = await withServer(
    () => gone,
    (client) => waitForJob(client, 'nightly', quick),
  );
  assert.equal(wait, { outcome: 'not-found', job: null });
});

test('a wait ends when its time is up', async () => {
  const wait = await withServer(
    () => job('InProgress'),
    (client) => waitForJob(client, 'nightly', { ...quick, timeoutSeconds: 0.1 }),
  );
  assert.is(wait.outcome, 'timed-out');
  assert.is(wait.job?.status, 'InProgress');
});

test('a wait can be given up, in a pause and within a request', async () => {
  const inPause = await withServer(
    () => job('InProgress'),
    (client) => {
      const abort = new AbortController();
      return waitForJob(client, 'nightly', {
        pauseSeconds: 60,
        signal: abort.signal,
        onProgress: () => setImmediate(() => abort.abort()),
      });
    },
  );
  assert.is(inPause.outcome, 'aborted');
  const abort = new AbortController();
  const script: Script = () => {
    abort.abort();
    return new Promise<Answer>(() => undefined);
  };
  const inRequest = await withServer(script, (client) =>
    waitForJob(client, 'nightly', { ...quick, signal: abort.signal }),
  );
  assert.equal(inRequest, { outcome: 'aborted', job: null });
});

test('a wait outlives passing troubles', async () => {
  const answers: Answer[] = [
    { status: 500 },
    'reset',
    answerException(429, 'ThrottlingException'),
    job('InProgress'),
    { status: 503 },
  ];
  const wait = await withServer(
    (_, index) => answers[index] ?? job('Completed'),
    (client) => waitForJob(client, 'nightly', quick),
  );
  assert.is(wait.outcome, 'completed');
});

test('a wait does not outlive troubles that stay, or that waiting cannot mend', async () => {
  const down = await withServer(
    () => ({ status: 500 }),
    async (client, server) => {
      const error = await waitForJob(client, 'nightly', quick).catch((thrown: unknown) => thrown);
      return { error, count: server.requests.length };
    },
  );
  assert.is((down.error as { $fault: string }).$fault, 'server');
  assert.is(down.count, 6);
  const denied = await withServer(
    () => answerException(403, 'AccessDeniedException'),
    async (client, server) => {
      const error = await waitForJob(client, 'nightly', quick).catch((thrown: unknown) => thrown);
      return { error, count: server.requests.length };
    },
  );
  assert.is((denied.error as Error).name, 'AccessDeniedException');
  assert.is(denied.count, 1);
});

test('findJob and findModel answer null for what is not there', async () => {
  assert.is(
    await withServer(
      () => gone,
      (client) => findJob(client, 'nightly'),
    ),
    null,
  );
  assert.is(
    await withServer(
      () => gone,
      (client) => findModel(client, 'support-bot'),
    ),
    null,
  );
  assert.is(
    await withServer(
      () => gone,
      (client) => deleteModel(client, 'support-bot'),
    ),
    false,
  );
  assert.is(
    await withServer(
      () => ({ status: 200 }),
      (client) => deleteModel(client, 'support-bot'),
    ),
    true,
  );
  assert.equal(
    await withServer(
      () => job('Completed'),
      (client) => findJob(client, 'nightly'),
    ),
    { jobName: 'nightly', status: 'Completed' },
  );
});

/** Three pages of two elements each, by `nextToken`. */
const pages =
  (member: string): Script =>
  ({ url }) => {
    const page = Number(new URL(url, 'http://localhost').searchParams.get('nextToken') ?? 0);
    const items = [1, 2].map((n) => ({ jobName: `job-${page}${n}`, modelName: `model-${page}${n}` }));
    return {
      status: 200,
      body: JSON.stringify({ [member]: items, ...(page < 2 ? { nextToken: String(page + 1) } : {}) }),
    };
  };

test('lists go over all pages', async () => {
  const jobs = await withServer(pages('modelImportJobSummaries'), async (client, server) => {
    const names: unknown[] = [];
    for await (const { jobName } of listJobs(client, { nameContains: 'job' })) names.push(jobName);
    assert.equal(
      server.requests.map(({ url }) => url),
      [
        '/model-import-jobs?nameContains=job',
        '/model-import-jobs?nameContains=job&nextToken=1',
        '/model-import-jobs?nameContains=job&nextToken=2',
      ],
    );
    return names;
  });
  assert.equal(jobs, ['job-01', 'job-02', 'job-11', 'job-12', 'job-21', 'job-22']);
  const models = await withServer(pages('modelSummaries'), async (client) => {
    const names: unknown[] = [];
    for await (const { modelName } of listModels(client)) names.push(modelName);
    return names;
  });
  assert.is(models.length, 6);
});

test('a service that answers with the same token for ever does not hold the client', async () => {
  const script: Script = () => ({ status: 200, body: '{"nextToken":"again","modelImportJobSummaries":[]}' });
  const count = await withServer(script, async (client) => {
    let pagesSeen = 0;
    for await (const _ of paginateListModelImportJobs(client)) pagesSeen += 1;
    return pagesSeen;
  });
  assert.is(count, 2);
});

test.run();
