import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import {
  BedrockClient,
  type CreateModelImportJobRequest,
  commands,
  makeContentToken,
  type Submission,
  sendValid,
  submit,
  TargetMismatchError,
  UncheckedRequestError,
  ValidationException,
} from '@shapegate/client';
import { createGate, type Target, type Valid } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answerException, answerPlainly, CaptureServer, credentials } from './capture-server.ts';
import { fullInput, smallInput } from './requests.ts';

const test = suite('submit');

const target = { region: 'eu-central-1', account: '111122223333' };

function check(input: object = smallInput, where: Target = target): Valid<CreateModelImportJobRequest> {
  const checked = createGate(api, { target: where }).check('CreateModelImportJob', input);
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked, null, 1));
  return checked.request;
}

/** Submits to a server and gives back what came of it and what arrived. */
async function submitTo(answer: (index: number) => Answer | undefined, valid: Valid<CreateModelImportJobRequest>) {
  const server = await CaptureServer.start((request, index) => answer(index) ?? answerPlainly(request));
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
  const result: Submission | Error = await submit(client, valid).catch((error: Error) => error);
  await server.stop();
  const bodies = server.requests.map(({ body }) => (body === '' ? null : JSON.parse(body)));
  return { result, requests: server.requests, bodies };
}

test('the token is filled from the content, the rest is sent as it is', async () => {
  const { result, bodies } = await submitTo(() => undefined, check(fullInput));
  const token = makeContentToken({ operation: 'CreateModelImportJob', input: fullInput, ...target });
  assert.equal(bodies, [{ ...fullInput, clientRequestToken: token }]);
  assert.equal(result, {
    outcome: 'submitted',
    jobArn: 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/abc123def456',
    token,
  });
});

test('the same content has the same token twice', async () => {
  const first = await submitTo(() => undefined, check(fullInput));
  const turned = Object.fromEntries(Object.entries(fullInput).reverse());
  const second = await submitTo(() => undefined, check(turned));
  assert.is(first.bodies[0].clientRequestToken, second.bodies[0].clientRequestToken);
});

test('a token in the request is kept', async () => {
  const { bodies, result } = await submitTo(() => undefined, check({ ...smallInput, clientRequestToken: 'deploy-42' }));
  assert.is(bodies[0].clientRequestToken, 'deploy-42');
  assert.is((result as { token: string }).token, 'deploy-42');
});

test('without an account given the account of the role stands in', async () => {
  const given = await submitTo(() => undefined, check());
  const taken = await submitTo(() => undefined, check(smallInput, { region: 'eu-central-1' }));
  assert.is(taken.bodies[0].clientRequestToken, given.bodies[0].clientRequestToken);
  const other = await submitTo(() => undefined, check(smallInput, { region: 'eu-central-1', account: '444455556666' }));
  assert.is.not(other.bodies[0].clientRequestToken, given.bodies[0].clientRequestToken);
});

test('nothing but what a gate has passed is sent', async () => {
  const real = check();
  const fakes: unknown[] = [
    smallInput,
    { operation: 'CreateModelImportJob', input: smallInput, target },
    { ...real },
    Object.create(real),
    structuredClone({ operation: real.operation, input: real.input, target: real.target }),
    null,
    undefined,
    'CreateModelImportJob',
  ];
  for (const fake of fakes) {
    const { result, requests } = await submitTo(() => undefined, fake as never);
    assert.instance(result, UncheckedRequestError);
    assert.is(requests.length, 0);
  }
});

test('a checked request of another operation is refused', async () => {
  const checked = createGate(api, { target }).check('DeleteImportedModel', { modelIdentifier: 'support-bot' });
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
  const { result, requests } = await submitTo(() => undefined, checked.request as never);
  assert.instance(result, UncheckedRequestError);
  assert.match((result as Error).message, /`DeleteImportedModel`/);
  assert.is(requests.length, 0);
});

test('a request that was checked for another Region is refused', async () => {
  const { result, requests } = await submitTo(() => undefined, check(smallInput, { region: 'us-east-1' }));
  assert.instance(result, TargetMismatchError);
  assert.is(requests.length, 0);
});

test('sendValid sends any operation, timestamps included', async () => {
  const server = await CaptureServer.start(answerPlainly);
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
  const input = { creationTimeAfter: '2026-11-01T00:00:00Z', maxResults: 5 };
  const checked = createGate(api, { target }).check('ListModelImportJobs', input);
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
  const { token } = await sendValid(client, { table: api.table, commands }, checked.request);
  await server.stop();
  assert.is(token, null);
  assert.is(server.requests[0]?.url, '/model-import-jobs?creationTimeAfter=2026-11-01T00%3A00%3A00Z&maxResults=5');
});

const inUse: Answer = {
  status: 400,
  headers: { 'x-amzn-errortype': 'ValidationException' },
  body: '{"message":"The provided job name is currently in use."}',
};
const jobArn = 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/zzz123def456';

/** The job that has the name, as the service describes it. */
function describeJob(members: object): Answer {
  const { jobTags: _1, importedModelTags: _2, importedModelKmsKeyId, ...rest } = fullInput;
  const job = {
    ...rest,
    jobArn,
    status: 'InProgress',
    creationTime: '2026-11-23T10:00:00Z',
    importedModelKmsKeyArn: importedModelKmsKeyId,
  };
  return { status: 200, body: JSON.stringify({ ...job, ...members }) };
}

test('a name in use by the same request: told apart, with the job', async () => {
  const vpcConfig = { ...fullInput.vpcConfig, subnetIds: [...fullInput.vpcConfig.subnetIds].reverse() };
  const { result, requests } = await submitTo((index) => [inUse, describeJob({ vpcConfig })][index], check(fullInput));
  const submission = result as Extract<Submission, { outcome: 'already-submitted' }>;
  assert.is(submission.outcome, 'already-submitted');
  assert.is(submission.jobArn, jobArn);
  assert.is(submission.job.status, 'InProgress');
  assert.equal(submission.notCompared, ['importedModelTags', 'jobTags']);
  assert.is(requests[1]?.url, '/model-import-jobs/nightly-2026-11-23');
});

test('a name in use by another request: its differences', async () => {
  const other = { roleArn: 'arn:aws:iam::111122223333:role/another', importedModelKmsKeyArn: undefined };
  const { result } = await submitTo((index) => [inUse, describeJob(other)][index], check(fullInput));
  const submission = result as Extract<Submission, { outcome: 'name-in-use' }>;
  assert.is(submission.outcome, 'name-in-use');
  assert.equal(submission.differences, [
    { member: 'roleArn', requested: fullInput.roleArn, found: other.roleArn },
    { member: 'importedModelKmsKeyId', requested: fullInput.importedModelKmsKeyId, found: null },
  ]);
  assert.instance(submission.error, ValidationException);
});

test('a member that only the job has is a difference', async () => {
  const { result } = await submitTo((index) => [inUse, describeJob({})][index], check(smallInput));
  const { differences } = result as Extract<Submission, { outcome: 'name-in-use' }>;
  assert.equal(
    differences.map(({ member }) => member),
    ['vpcConfig', 'importedModelKmsKeyId'],
  );
});

test('a key id is compared with the ARN, an alias cannot be', async () => {
  const byId = check({ ...fullInput, importedModelKmsKeyId: '1234abcd-12ab-34cd-56ef-1234567890ab' });
  const known = await submitTo((index) => [inUse, describeJob({})][index], byId);
  assert.is((known.result as Submission).outcome, 'already-submitted');
  const byAlias = check({ ...fullInput, importedModelKmsKeyId: 'alias/models' });
  const unknown = await submitTo((index) => [inUse, describeJob({})][index], byAlias);
  const submission = unknown.result as Extract<Submission, { outcome: 'already-submitted' }>;
  assert.equal(submission.notCompared, ['importedModelKmsKeyId', 'importedModelTags', 'jobTags']);
});

test('a name in use by no job that can be found is the exception', async () => {
  const gone = answerException(404, 'ResourceNotFoundException');
  const { result } = await submitTo((index) => [inUse, gone][index], check());
  assert.instance(result, ValidationException);
});

test('another ValidationException is thrown, and nothing is looked up', async () => {
  const { result, requests } = await submitTo(() => answerException(400, 'ValidationException'), check());
  assert.instance(result, ValidationException);
  assert.is(requests.length, 1);
});

test('the process killed between sending and the answer, and started again: the same token', async () => {
  let child: ChildProcess | undefined;
  const server = await CaptureServer.start((request, index) => {
    if (index > 0) return answerPlainly(request);
    child?.kill('SIGKILL');
    return new Promise<Answer>(() => undefined);
  });
  const script = fileURLToPath(new URL('submit-once.ts', import.meta.url));
  const run = async () => {
    const args = ['--conditions=@shapegate/source', '--import', 'tsx', script, server.url];
    child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout?.on('data', (data) => {
      output += data;
    });
    const [code, signal] = await once(child, 'close');
    return { output, code, signal };
  };
  assert.is((await run()).signal, 'SIGKILL');
  const again = await run();
  await server.stop();
  assert.is(again.code, 0);
  const tokens = server.requests.map(({ body }) => JSON.parse(body).clientRequestToken);
  assert.is(tokens.length, 2);
  assert.is(tokens[0], tokens[1]);
  assert.is(JSON.parse(again.output).token, tokens[0]);
});

test.run();
