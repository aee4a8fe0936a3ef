import { type Emulator, startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importRequest, sendSigned, type TestRequest } from './send-signed.ts';

const start = Date.UTC(2026, 10, 23, 9, 0, 0);

interface World {
  emulator: Emulator;
  now: number;
  send(request: TestRequest): ReturnType<typeof sendSigned>;
  create(changes?: Readonly<Record<string, unknown>>): ReturnType<typeof sendSigned>;
}

const Operations = suite<World>('operations');

Operations.before.each(async (world) => {
  world.now = start;
  world.emulator = await startEmulator({ now: () => world.now, jobSeconds: 10 });
  world.send = (request) => sendSigned(world.emulator.url, { signedAt: new Date(world.now), ...request });
  world.create = (changes) => world.send({ path: '/model-import-jobs', body: importRequest(changes) });
});
Operations.after.each((world) => world.emulator.close());

Operations('a job goes from InProgress to Completed by the clock, and then there is a model', async (world) => {
  const created = await world.create({
    jobName: 'nightly',
    importedModelName: 'support-bot',
    importedModelKmsKeyId: 'alias/models',
    vpcConfig: { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] },
  });
  assert.is(created.status, 201);
  assert.match(
    String(created.body.jobArn),
    /^arn:aws:bedrock:eu-central-1:111122223333:model-import-job\/[a-z0-9]{12}$/,
  );
  assert.match(created.headers.get('x-amzn-requestid') ?? '', /^[0-9a-f-]{36}$/);

  world.now += 9_999;
  const running = await world.send({ path: '/model-import-jobs/nightly' });
  assert.is(running.status, 200);
  assert.is(running.body.status, 'InProgress');
  assert.is(running.body.creationTime, '2026-11-23T09:00:00.000Z');
  assert.is(running.body.endTime, undefined);
  assert.is(running.body.importedModelArn, undefined);
  assert.is((await world.send({ path: '/imported-models/support-bot' })).type, 'ResourceNotFoundException');

  world.now += 1;
  const arn = encodeURIComponent(String(created.body.jobArn));
  const { body: job } = await world.send({ path: `/model-import-jobs/${arn}` });
  assert.is(job.status, 'Completed');
  assert.is(job.endTime, '2026-11-23T09:00:10.000Z');
  assert.equal(job.vpcConfig, { subnetIds: ['subnet-0a1b2c3d'], securityGroupIds: ['sg-0a1b2c3d'] });
  assert.match(String(job.importedModelKmsKeyArn), /^arn:aws:kms:eu-central-1:111122223333:key\/[0-9a-f-]{36}$/);

  const { body: model } = await world.send({
    path: `/imported-models/${encodeURIComponent(String(job.importedModelArn))}`,
  });
  assert.is(model.modelName, 'support-bot');
  assert.is(model.jobArn, created.body.jobArn);
  assert.is(model.modelKmsKeyArn, job.importedModelKmsKeyArn);
  assert.equal(model.modelDataSource, { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } });
});

Operations('a job that is meant to fail says why and leaves no model', async (world) => {
  await world.create({ jobName: 'emulate-failure-1', importedModelName: 'support-bot' });
  await world.create({
    jobName: 'second',
    modelDataSource: { s3DataSource: { s3Uri: 's3://weights/emulate-failure/' } },
  });
  world.now += 10_000;
  const { body } = await world.send({ path: '/model-import-jobs/emulate-failure-1' });
  assert.is(body.status, 'Failed');
  assert.match(String(body.failureMessage), /config\.json/);
  assert.is((await world.send({ path: '/imported-models/support-bot' })).status, 404);
  assert.is((await world.send({ path: '/model-import-jobs/second' })).body.status, 'Failed');
  const again = await world.create({ jobName: 'emulate-failure-1' });
  assert.is(again.type, 'ValidationException');
  assert.is((await world.create({ importedModelName: 'support-bot' })).status, 201, 'a failed job holds no model name');
});

Operations('the same token is the same job, whatever else is in the request', async (world) => {
  const first = await world.create({ clientRequestToken: 'token-1' });
  const second = await world.create({ clientRequestToken: 'token-1' });
  assert.is(second.status, 201);
  assert.is(second.body.jobArn, first.body.jobArn);
  const { body } = await world.send({ path: '/model-import-jobs' });
  assert.is((body.modelImportJobSummaries as unknown[]).length, 1);
  const elsewhere = await world.send({
    path: '/model-import-jobs',
    region: 'us-east-1',
    body: importRequest({ clientRequestToken: 'token-1' }),
  });
  assert.is.not(elsewhere.body.jobArn, first.body.jobArn, 'a token belongs to a Region');
});

Operations('twenty senders with one token start one job', async (world) => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => world.create({ clientRequestToken: 'shared' })));
  assert.is(new Set(answers.map(({ body }) => body.jobArn)).size, 1);
  assert.ok(answers.every(({ status }) => status === 201));
});

Operations('names in use are refused, in their Region alone', async (world) => {
  await world.create({ jobName: 'nightly', importedModelName: 'support-bot' });
  const job = await world.create({ jobName: 'nightly' });
  assert.is(job.status, 400);
  assert.is(job.type, 'ValidationException');
  assert.is(job.body.message, 'The provided job name is currently in use.');
  const model = await world.create({ importedModelName: 'support-bot' });
  assert.is(model.status, 400);
  assert.is(model.type, 'ConflictException');
  const other = await world.send({
    path: '/model-import-jobs',
    region: 'us-west-2',
    body: importRequest({ jobName: 'nightly', importedModelName: 'support-bot' }),
  });
  assert.is(other.status, 201);
});

Operations('a deleted model stays deleted, its name is free, the job is still there', async (world) => {
  await world.create({ jobName: 'nightly', importedModelName: 'support-bot' });
  world.now += 10_000;
  assert.equal((await world.send({ method: 'DELETE', path: '/imported-models/support-bot' })).body, {});
  for (const method of ['GET', 'DELETE']) {
    const gone = await world.send({ method, path: '/imported-models/support-bot' });
    assert.is(gone.status, 404);
    assert.is(gone.type, 'ResourceNotFoundException');
  }
  assert.is((await world.send({ path: '/model-import-jobs/nightly' })).body.status, 'Completed');
  assert.is((await world.create({ importedModelName: 'support-bot' })).status, 201);
});

Operations('51 tags are too many, though the shape takes 200', async (world) => {
  const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: '' }));
  const refused = await world.create({ importedModelTags: tags });
  assert.is(refused.status, 400);
  assert.is(refused.type, 'TooManyTagsException');
  assert.match(String(refused.body.resourceName), /:imported-model\//);
  assert.is((await world.create({ jobTags: tags.slice(1), importedModelTags: tags.slice(1) })).status, 201);
});

Operations('lists are filtered, sorted and cut into pages', async (world) => {
  for (const name of ['a1', 'b2', 'a3', 'a4', 'emulate-failure-a5']) {
    await world.create({ jobName: name, importedModelName: name });
    world.now += 1000;
  }
  const namesOf = async (query: string): Promise<string[]> => {
    const { body } = await world.send({ path: `/model-import-jobs${query}` });
    return (body.modelImportJobSummaries as { jobName: string }[]).map(({ jobName }) => jobName);
  };
  assert.equal(await namesOf(''), ['emulate-failure-a5', 'a4', 'a3', 'b2', 'a1']);
  assert.equal(await namesOf('?sortBy=CreationTime&sortOrder=Ascending'), [
    'a1',
    'b2',
    'a3',
    'a4',
    'emulate-failure-a5',
  ]);
  assert.equal(await namesOf('?nameContains=a&sortOrder=Ascending'), ['a1', 'a3', 'a4', 'emulate-failure-a5']);
  assert.equal(await namesOf('?creationTimeAfter=2026-11-23T09%3A00%3A02Z'), ['emulate-failure-a5', 'a4']);
  assert.equal(await namesOf('?creationTimeBefore=2026-11-23T10%3A00%3A01%2B01%3A00'), ['a1']);
  world.now = start + 12_000;
  assert.equal(await namesOf('?statusEquals=Completed'), ['a3', 'b2', 'a1']);
  assert.equal(await namesOf('?statusEquals=InProgress'), ['emulate-failure-a5', 'a4']);
  world.now = start + 60_000;
  assert.equal(await namesOf('?statusEquals=Failed'), ['emulate-failure-a5']);

  const first = await world.send({ path: '/imported-models?maxResults=3' });
  assert.equal(
    (first.body.modelSummaries as { modelName: string }[]).map(({ modelName }) => modelName),
    ['a4', 'a3', 'b2'],
  );
  // What comes meanwhile is newer and must not push an item onto the next page again.
  await world.create({ importedModelName: 'z9' });
  world.now += 10_000;
  const token = encodeURIComponent(String(first.body.nextToken));
  const second = await world.send({ path: `/imported-models?maxResults=3&nextToken=${token}` });
  assert.equal(
    (second.body.modelSummaries as { modelName: string }[]).map(({ modelName }) => modelName),
    ['a1'],
  );
  assert.is(second.body.nextToken, undefined);
  assert.is((await world.send({ path: '/imported-models?nextToken=made-up' })).type, 'ValidationException');
});

Operations('quotas hold only where they are asked for', async (world) => {
  for (let index = 0; index < 5; index += 1) assert.is((await world.create()).status, 201);
  const strict = await startEmulator({ now: () => world.now, jobSeconds: 10, quotas: true });
  const create = () =>
    sendSigned(strict.url, { signedAt: new Date(world.now), path: '/model-import-jobs', body: importRequest() });
  for (let index = 0; index < 3; index += 1) {
    assert.is((await create()).status, 201);
    const second = await create();
    assert.is(second.type, 'ServiceQuotaExceededException');
    assert.match(String(second.body.message), /Concurrent model import jobs/);
    world.now += 10_000;
  }
  const fourth = await create();
  assert.is(fourth.status, 400);
  assert.match(String(fourth.body.message), /Imported models/);
  await strict.close();
});

Operations.run();
