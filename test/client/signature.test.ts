import { createHash, createHmac } from 'node:crypto';
import {
  BedrockClient,
  CreateModelImportJobCommand,
  GetModelImportJobCommand,
  ListModelImportJobsCommand,
} from '@shapegate/client';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { answerPlainly, type Captured, CaptureServer, credentials } from './capture-server.ts';
import { fullInput } from './requests.ts';

const test = suite('signatures');

const hash = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest();

/** Percent-encodes everything but the unreserved characters of RFC 3986. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Computes the signature from the request as it arrived, from the words of the SigV4 specification. */
function computeSignature({ method, url, headers, body }: Captured, secret: string) {
  const authorization = headers.authorization ?? '';
  const read = (name: string) => new RegExp(`${name}=([^, ]+)`).exec(authorization)?.[1] ?? '';
  const signed = read('SignedHeaders').split(';');
  const [, date = '', region = '', service = '', end = ''] = read('Credential').split('/');
  const [path = '', query = ''] = url.split('?');
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.split('=').map(decodeURIComponent) as [string, string])
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort();
  const canonical = [
    method,
    path.split('/').map(encode).join('/'),
    parameters.join('&'),
    ...signed.map((name) => `${name}:${String(headers[name]).trim().replace(/ +/g, ' ')}`),
    '',
    signed.join(';'),
    hash(body),
  ].join('\n');
  const scope = [date, region, service, end].join('/');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, hash(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secret}`, date), region), service), end);
  return { computed: hmac(key, toSign).toString('hex'), sent: read('Signature'), signed, scope };
}

const commands = [
  new CreateModelImportJobCommand({ ...fullInput, importedModelTags: [{ key: 'owner', value: 'Zoé' }] }),
  new GetModelImportJobCommand({
    jobIdentifier: 'arn:aws:bedrock:eu-central-1:111122223333:model-import-job/abc123def456',
  }),
  new ListModelImportJobsCommand({ nameContains: "it's (a+b)*", maxResults: 3, creationTimeAfter: new Date(0) }),
];

for (const command of commands) {
  test(`${command.constructor.name} is signed for the service and Region`, async () => {
    const server = await CaptureServer.start(answerPlainly);
    const client = new BedrockClient({ region: 'eu-central-1', endpoint: server.url, credentials });
    await client.send(command as never);
    const [request] = server.requests;
    assert.ok(request);
    const { computed, sent, signed, scope } = computeSignature(request, credentials.secretAccessKey);
    assert.is(sent, computed);
    assert.ok(
      ['host', 'x-amz-date'].every((name) => signed.includes(name)),
      `signs ${signed}`,
    );
    assert.match(scope, /^\d{8}\/eu-central-1\/bedrock\/aws4_request$/);
    assert.is.not(computeSignature(request, 'another key').computed, sent);
    await server.stop();
  });
}

test('a session token is sent and signed', async () => {
  const server = await CaptureServer.start(answerPlainly);
  const session = { ...credentials, sessionToken: 'session/token==' };
  const client = new BedrockClient({ region: 'us-east-1', endpoint: server.url, credentials: session });
  await client.send(new GetModelImportJobCommand({ jobIdentifier: 'nightly' }));
  const [request] = server.requests;
  assert.ok(request);
  assert.is(request.headers['x-amz-security-token'], session.sessionToken);
  const { computed, sent, signed } = computeSignature(request, credentials.secretAccessKey);
  assert.is(sent, computed);
  assert.ok(signed.includes('x-amz-security-token'));
  await server.stop();
});

test.run();
