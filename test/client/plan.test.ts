import { BedrockClient, MissingRegionError, planRequest, submit, UncheckedRequestError } from '@shapegate/client';
import { createGate, type Target } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerPlainly, CaptureServer, credentials } from './capture-server.ts';
import { fullInput, smallInput } from './requests.ts';

const test = suite('plan');

function check(
  operation: keyof typeof inputs,
  input: object,
  target: Target = { region: 'eu-central-1', account: '111122223333' },
) {
  const checked = createGate(api, { target }).check(operation, input);
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
  return checked.request;
}

const inputs = {
  CreateModelImportJob: fullInput,
  GetModelImportJob: { jobIdentifier: 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/abc123def456' },
  ListModelImportJobs: { nameContains: 'a+b', creationTimeAfter: '2026-11-01T00:00:00Z' },
  GetImportedModel: { modelIdentifier: 'support-bot' },
  ListImportedModels: { maxResults: 3 },
  DeleteImportedModel: { modelIdentifier: 'support-bot' },
};

test('a plan is the request, whole and without signature', async () => {
  const plan = await planRequest(check('CreateModelImportJob', smallInput));
  const { clientRequestToken, ...body } = plan.body as Record<string, unknown>;
  assert.match(String(clientRequestToken), /^sg-[0-9a-f]{64}$/);
  assert.equal(body, smallInput);
  assert.is(plan.method, 'POST');
  assert.is(plan.url, 'https://bedrock.eu-central-1.amazonaws.com/model-import-jobs');
  assert.equal(Object.keys(plan.headers), ['content-length', 'content-type', 'host', 'user-agent']);
  assert.is(plan.headers['content-type'], 'application/json');
  assert.is(plan.headers.host, 'bedrock.eu-central-1.amazonaws.com');
});

test('what is submitted is what was planned', async () => {
  const server = await CaptureServer.start(answerPlainly);
  const endpoint = server.url;
  const valid = check('CreateModelImportJob', fullInput);
  const plan = await planRequest(valid, { endpoint });
  await submit(new BedrockClient({ region: 'eu-central-1', endpoint, credentials }), valid as never);
  await server.stop();
  const [sent] = server.requests;
  assert.ok(sent);
  assert.equal(plan.body, JSON.parse(sent.body));
  assert.is(plan.method, sent.method);
  assert.is(plan.url, endpoint + sent.url);
  for (const [name, value] of Object.entries(plan.headers)) assert.is(sent.headers[name], value, name);
});

for (const [operation, input] of Object.entries(inputs)) {
  test(`${operation} can be planned, without network and credentials`, async () => {
    const transport = {
      metadata: { handlerProtocol: 'http/1.1' },
      handle: async (): Promise<never> => {
        throw new Error('sent');
      },
    };
    const plan = await planRequest(check(operation as keyof typeof inputs, input), { transport });
    assert.match(plan.url, /^https:\/\/bedrock\.eu-central-1\.amazonaws\.com\/(model-import-jobs|imported-models)/);
    assert.is(plan.headers.authorization, undefined);
    if (operation !== 'CreateModelImportJob') assert.is(plan.body, null);
  });
}

test('a query and a label are encoded as they will be sent', async () => {
  const list = await planRequest(check('ListModelImportJobs', inputs.ListModelImportJobs));
  assert.is(list.url.split('?')[1], 'creationTimeAfter=2026-11-01T00%3A00%3A00Z&nameContains=a%2Bb');
  const get = await planRequest(check('GetModelImportJob', inputs.GetModelImportJob));
  assert.match(
    get.url,
    /\/model-import-jobs\/arn%3Aaws%3Abedrock%3Aeu-central-1%3A111122223333%3Amodel-import-job%2Fabc123def456$/,
  );
});

test('a plan says the same twice', async () => {
  const valid = check('CreateModelImportJob', fullInput);
  assert.equal(await planRequest(valid), await planRequest(valid));
});

test('without any Region there is no plan', async () => {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE } = process.env;
  const before = { AWS_REGION, AWS_DEFAULT_REGION, AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE };
  delete process.env.AWS_REGION;
  delete process.env.AWS_DEFAULT_REGION;
  process.env.AWS_CONFIG_FILE = '/nowhere';
  process.env.AWS_SHARED_CREDENTIALS_FILE = '/nowhere';
  const error = await planRequest(check('CreateModelImportJob', smallInput, {})).catch((thrown: unknown) => thrown);
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  assert.instance(error, MissingRegionError);
});

test('only a checked request is planned', async () => {
  const error = await planRequest({ operation: 'CreateModelImportJob', input: smallInput, target: {} } as never, {
    region: 'eu-central-1',
  }).catch((thrown: unknown) => thrown);
  assert.instance(error, UncheckedRequestError);
});

test.run();
