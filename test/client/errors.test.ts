import * as client from '@shapegate/client';
import { ServiceException } from '@smithy/smithy-client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { type Answer, answerException, CaptureServer, credentials } from './capture-server.ts';
import { smallInput } from './requests.ts';

const test = suite('exceptions');

/** The eight exceptions of the import operations, with their status and whose fault they are. */
const exceptions = [
  ['AccessDeniedException', 403, 'client'],
  ['ConflictException', 400, 'client'],
  ['InternalServerException', 500, 'server'],
  ['ResourceNotFoundException', 404, 'client'],
  ['ServiceQuotaExceededException', 400, 'client'],
  ['ThrottlingException', 429, 'client'],
  ['TooManyTagsException', 400, 'client'],
  ['ValidationException', 400, 'client'],
] as const;

async function provoke(answer: Answer): Promise<Error & Record<string, unknown>> {
  const server = await CaptureServer.start(() => answer);
  const bedrock = new client.BedrockClient({
    region: 'eu-central-1',
    endpoint: server.url,
    credentials,
    maxAttempts: 1,
  });
  try {
    return (await bedrock.send(new client.CreateModelImportJobCommand(smallInput)).then(
      () => new Error('nothing was thrown'),
      (thrown: unknown) => thrown,
    )) as Error & Record<string, unknown>;
  } finally {
    await server.stop();
  }
}

for (const [name, status, fault] of exceptions) {
  test(`${name} is typed`, async () => {
    const error = await provoke(answerException(status, name));
    assert.instance(error, Reflect.get(client, name));
    assert.instance(error, client.BedrockServiceException);
    assert.instance(error, ServiceException);
    assert.instance(error, Error);
    assert.is(error.name, name);
    assert.is(error.message, `this is a ${name}`);
    assert.is(error.$fault, fault);
    assert.is((error.$metadata as { httpStatusCode: number }).httpStatusCode, status);
    for (const [other] of exceptions) if (other !== name) assert.not.instance(error, Reflect.get(client, other));
  });

  test(`${name} is typed where only the body names it`, async () => {
    const body = JSON.stringify({ __type: `com.amazonaws.bedrock#${name}`, message: 'in the body' });
    const error = await provoke({ status, body });
    assert.instance(error, Reflect.get(client, name));
    assert.is(error.message, 'in the body');
  });
}

test('TooManyTagsException has the resource', async () => {
  const error = await provoke(answerException(400, 'TooManyTagsException', { resourceName: 'arn:aws:bedrock:::x' }));
  assert.is(error.resourceName, 'arn:aws:bedrock:::x');
});

test('an exception that the model does not have is the base exception, with its name', async () => {
  const error = await provoke(answerException(403, 'ExpiredTokenException'));
  assert.is(error.name, 'ExpiredTokenException');
  assert.is(error.message, 'this is a ExpiredTokenException');
  assert.instance(error, client.BedrockServiceException);
  assert.not.instance(error, client.AccessDeniedException);
});

test('the request id is kept', async () => {
  const answer = answerException(400, 'ValidationException') as Exclude<Answer, string>;
  const error = await provoke({ ...answer, headers: { ...answer.headers, 'x-amzn-requestid': 'id-4711' } });
  assert.is((error.$metadata as { requestId: string }).requestId, 'id-4711');
});

for (const [what, status, body] of [
  ['a web page', 502, '<html>Bad Gateway</html>'],
  ['half an answer', 201, '{"jobArn":'],
  ['a web page where an answer belongs', 200, '<html>Sign in</html>'],
] as const) {
  test(`${what} is an exception that says so`, async () => {
    const error = await provoke({ status, body });
    assert.instance(error, client.BedrockServiceException);
    assert.is(error.name, 'UnreadableAnswer');
    assert.match(
      error.message,
      new RegExp(`^http://127\\.0\\.0\\.1:\\d+ answered ${status} with a body that cannot be read$`),
    );
  });
}

test('an empty answer with an error status is an exception', async () => {
  const error = await provoke({ status: 503, body: '' });
  assert.instance(error, ServiceException);
  assert.is((error.$metadata as { httpStatusCode: number }).httpStatusCode, 503);
});

test('the official SDK in the same process keeps its own exceptions, and so does the client', async () => {
  const sdk = await import('@aws-sdk/client-bedrock');
  const server = await CaptureServer.start(() => answerException(400, 'ValidationException'));
  const configuration = { region: 'eu-central-1', endpoint: server.url, credentials };
  const input = { jobIdentifier: 'nightly' };
  const ours = await new client.BedrockClient(configuration)
    .send(new client.GetModelImportJobCommand(input))
    .catch((error: unknown) => error);
  const theirs = await new sdk.BedrockClient(configuration)
    .send(new sdk.GetModelImportJobCommand(input))
    .catch((error: unknown) => error);
  assert.is((ours as Error).constructor, client.ValidationException);
  assert.is((theirs as Error).constructor, sdk.ValidationException);
  await server.stop();
});

test.run();
