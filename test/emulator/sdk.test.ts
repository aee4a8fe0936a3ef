import {
  BedrockClient,
  CreateModelImportJobCommand,
  DeleteImportedModelCommand,
  GetImportedModelCommand,
  GetModelImportJobCommand,
  ListImportedModelsCommand,
  ListModelImportJobsCommand,
  paginateListModelImportJobs,
} from '@aws-sdk/client-bedrock';
import { defaultAccessKeyId, defaultSecretAccessKey, type Emulator, startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

function connect(emulator: Emulator, secretAccessKey = defaultSecretAccessKey): BedrockClient {
  return new BedrockClient({
    endpoint: emulator.url,
    region: 'eu-central-1',
    credentials: { accessKeyId: defaultAccessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
}

const input = (name: string) => ({
  jobName: `job.${name}`,
  importedModelName: name,
  roleArn: 'arn:aws:iam::111122223333:role/model-import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
});

const Sdk = suite('the official SDK');

Sdk('drives all six operations', async () => {
  const emulator = await startEmulator({ jobSeconds: 0 });
  const client = connect(emulator);
  const { jobArn } = await client.send(
    new CreateModelImportJobCommand({ ...input('support-bot'), jobTags: [{ key: 'team', value: 'nlp' }] }),
  );
  const job = await client.send(new GetModelImportJobCommand({ jobIdentifier: jobArn }));
  assert.is(job.status, 'Completed');
  assert.instance(job.creationTime, Date);
  assert.is(job.modelDataSource?.s3DataSource?.s3Uri, 's3://acme-weights/support-bot/');
  const model = await client.send(new GetImportedModelCommand({ modelIdentifier: job.importedModelArn }));
  assert.is(model.jobName, 'job.support-bot');
  assert.is(model.customModelUnits?.customModelUnitsPerModelCopy, 1);
  const models = await client.send(
    new ListImportedModelsCommand({ creationTimeAfter: new Date(0), sortOrder: 'Ascending' }),
  );
  assert.equal(
    models.modelSummaries?.map(({ modelName }) => modelName),
    ['support-bot'],
  );
  await client.send(new DeleteImportedModelCommand({ modelIdentifier: 'support-bot' }));
  const jobs = await client.send(new ListModelImportJobsCommand({ statusEquals: 'Completed' }));
  assert.is(jobs.modelImportJobSummaries?.length, 1);
  await emulator.close();
});

Sdk('pages through jobs', async () => {
  const emulator = await startEmulator();
  const client = connect(emulator);
  for (let index = 0; index < 7; index += 1)
    await client.send(new CreateModelImportJobCommand(input(`model-${index}`)));
  const names: (string | undefined)[] = [];
  let pages = 0;
  for await (const page of paginateListModelImportJobs({ client, pageSize: 3 }, { sortOrder: 'Ascending' })) {
    pages += 1;
    names.push(...(page.modelImportJobSummaries ?? []).map(({ jobName }) => jobName));
  }
  assert.is(pages, 3);
  assert.equal(
    names,
    Array.from({ length: 7 }, (_, index) => `job.model-${index}`),
  );
  await emulator.close();
});

Sdk('gets typed errors', async () => {
  const emulator = await startEmulator();
  const client = connect(emulator);
  const nameOf = async (sent: Promise<unknown>) =>
    sent.then(
      () => 'none',
      (error: Error) => error.name,
    );
  await client.send(new CreateModelImportJobCommand(input('support-bot')));
  assert.is(await nameOf(client.send(new CreateModelImportJobCommand(input('support-bot')))), 'ValidationException');
  assert.is(
    await nameOf(client.send(new CreateModelImportJobCommand({ ...input('support-bot'), jobName: 'other' }))),
    'ConflictException',
  );
  assert.is(
    await nameOf(client.send(new GetImportedModelCommand({ modelIdentifier: 'nobody' }))),
    'ResourceNotFoundException',
  );
  const tags = Array.from({ length: 51 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
  assert.is(
    await nameOf(client.send(new CreateModelImportJobCommand({ ...input('tagged'), jobTags: tags }))),
    'TooManyTagsException',
  );
  assert.is(
    await nameOf(connect(emulator, 'wrong').send(new ListModelImportJobsCommand({}))),
    'InvalidSignatureException',
  );
  await emulator.close();
});

Sdk.run();
