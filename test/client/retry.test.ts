import { type AddressInfo, createServer } from 'node:net';
import { BedrockClient, ConnectionError, GetModelImportJobCommand, submit } from '@shapegate/client';
import { createGate } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answerException, answerPlainly, CaptureServer, credentials } from './capture-server.ts';
import { smallInput } from './requests.ts';

const test = suite('retries');

const gate = createGate(api, { target: { region: 'eu-central-1', account: '111122223333' } });

function checkRequest() {
  const checked = gate.check('CreateModelImportJob', smallInput);
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
  return checked.request;
}

/** Submits against a server that gives these answers in turn and the good one after them. */
async function submitAgainst(answers: readonly Answer[]) {
  const server = await CaptureServer.start((request, index) => answers[index] ?? answerPlainly(request));
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
  const result = await submit(client, checkRequest()).catch((error: unknown) => error);
  const tokens = server.requests.map(({ body }) => JSON.parse(body).clientRequestToken as string);
  const attempts = server.requests.map(({ headers }) => headers['amz-sdk-request']);
  await server.stop();
  return { result, tokens, attempts };
}

test('429 twice, then 201: three attempts with one token', async () => {
  const throttled = answerException(429, 'ThrottlingException');
  const { result, tokens, attempts } = await submitAgainst([throttled, throttled]);
  assert.is((result as { outcome: string }).outcome, 'submitted');
  assert.equal(attempts, ['attempt=1; max=3', 'attempt=2; max=3', 'attempt=3; max=3']);
  assert.is(new Set(tokens).size, 1);
  assert.match(tokens[0] ?? '', /^sg-[0-9a-f]{64}$/);
});

for (const status of [500, 502, 503, 504]) {
  test(`${status} is tried three times`, async () => {
    const answer: Answer = { status, body: '{"message":"later"}' };
    const { result, tokens } = await submitAgainst([answer, answer, answer, answer]);
    assert.is((result as { $metadata: { attempts: number } }).$metadata.attempts, 3);
    assert.is(tokens.length, 3);
    assert.is(new Set(tokens).size, 1);
  });
}

for (const [status, name] of [
  [400, 'ValidationException'],
  [400, 'ThrottlingException'],
  [400, 'RequestTimeoutException'],
  [403, 'AccessDeniedException'],
  [404, 'ResourceNotFoundException'],
  [408, 'RequestTimeout'],
  [409, 'ConflictException'],
  [413, 'RequestEntityTooLarge'],
] as const) {
  test(`${status} ${name} is tried once`, async () => {
    const { result, tokens } = await submitAgainst([answerException(status, name)]);
    assert.is((result as Error).name, name);
    assert.is(tokens.length, 1);
  });
}

test('a clock that is wrong is told of and not tried again', async () => {
  const skewed: Answer = {
    status: 403,
    headers: { 'x-amzn-errortype': 'InvalidSignatureException', date: 'Mon, 23 Nov 2020 10:00:00 GMT' },
  };
  const { result, tokens } = await submitAgainst([skewed]);
  assert.is((result as Error).name, 'InvalidSignatureException');
  assert.is(tokens.length, 1);
});

for (const broken of ['reset', 'cut'] as const) {
  test(`a connection that is ${broken} is tried again with the same token`, async () => {
    const { result, tokens } = await submitAgainst([broken, broken]);
    assert.is((result as { outcome: string }).outcome, 'submitted');
    assert.is(tokens.length, 3);
    assert.is(new Set(tokens).size, 1);
  });
}

test('a connection that is reset each time is a ConnectionError', async () => {
  const { result, tokens } = await submitAgainst(['reset', 'reset', 'reset', 'reset']);
  assert.instance(result, ConnectionError);
  assert.is((result as ConnectionError).code, 'ECONNRESET');
  assert.is((result as ConnectionError).attempts, 3);
  assert.is(tokens.length, 3);
});

test('nobody listens: ConnectionError with the address', async () => {
  const server = await CaptureServer.start(answerPlainly);
  const endpoint = server.url;
  await server.stop();
  const client = new BedrockClient({ region: 'eu-central-1', endpoint, credentials });
  try {
    await submit(client, checkRequest());
    assert.unreachable();
  } catch (error) {
    assert.instance(error, ConnectionError);
    const { code, endpoint: tried, message, help } = error as ConnectionError;
    assert.is(code, 'ECONNREFUSED');
    assert.is(tried, endpoint);
    assert.is(message, `no answer from ${endpoint}: ECONNREFUSED after 3 attempts`);
    assert.ok(help.length > 20);
  }
});

test('what does not speak HTTP is a ConnectionError', async () => {
  const server = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new BedrockClient({ region: 'eu-central-1', endpoint, credentials });
  const error = await submit(client, checkRequest()).catch((thrown: unknown) => thrown);
  assert.instance(error, ConnectionError);
  assert.is((error as ConnectionError).endpoint, endpoint);
  server.close();
});

test('a name that nobody resolves is a ConnectionError', async () => {
  const client = new BedrockClient({
    region: 'eu-central-1',
    endpoint: 'http://nobody.invalid',
    credentials,
    maxAttempts: 1,
  });
  const error = await client
    .send(new GetModelImportJobCommand({ jobIdentifier: 'a' }))
    .catch((thrown: unknown) => thrown);
  assert.instance(error, ConnectionError);
  assert.is((error as ConnectionError).endpoint, 'http://nobody.invalid');
});

test('an answer that never comes ends after the time given', async () => {
  const server = await CaptureServer.start(() => new Promise<Answer>(() => undefined));
  const client = new BedrockClient({
    region: 'eu-central-1',
    endpoint: server.url,
    credentials,
    maxAttempts: 2,
    transport: { requestTimeout: 100 },
  });
  const error = await submit(client, checkRequest()).catch((thrown: unknown) => thrown);
  assert.instance(error, ConnectionError);
  assert.is(server.requests.length, 2);
  await server.stop();
});

test('`maxAttempts: 1` tries once', async () => {
  const server = await CaptureServer.start(() => ({ status: 500 }));
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials, maxAttempts: 1 });
  await client.send(new GetModelImportJobCommand({ jobIdentifier: 'a' })).catch(() => undefined);
  assert.is(server.requests.length, 1);
  await server.stop();
});

test('an abort signal ends a request under way, and no attempt follows', async () => {
  const abort = new AbortController();
  const server = await CaptureServer.start(() => {
    abort.abort();
    return new Promise<Answer>(() => undefined);
  });
  const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
  const error = await submit(client, checkRequest(), { abortSignal: abort.signal }).catch((thrown: unknown) => thrown);
  assert.is((error as Error).name, 'AbortError');
  assert.is(server.requests.length, 1);
  await server.stop();
});

test.run();
