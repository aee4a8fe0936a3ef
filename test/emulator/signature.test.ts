import { type Emulator, startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importRequest, sendSigned } from './send-signed.ts';

const Signature = suite<{ emulator: Emulator }>('signatures');

Signature.before(async (context) => {
  context.emulator = await startEmulator({ bearerToken: 'a-token' });
});
Signature.after((context) => context.emulator.close());

Signature('a wrong secret, a foreign key, no signature: 403 with a type each', async ({ emulator }) => {
  const path = '/imported-models';
  const wrongSecret = await sendSigned(emulator.url, { path, secretAccessKey: 'another' });
  assert.equal([wrongSecret.status, wrongSecret.type], [403, 'InvalidSignatureException']);
  const wrongKey = await sendSigned(emulator.url, { path, accessKeyId: 'somebody-else' });
  assert.equal([wrongKey.status, wrongKey.type], [403, 'UnrecognizedClientException']);
  const unsigned = await sendSigned(emulator.url, { path, tamper: (headers) => delete headers.authorization });
  assert.equal([unsigned.status, unsigned.type], [403, 'MissingAuthenticationTokenException']);
  const session = await sendSigned(emulator.url, { path, headers: { 'x-amz-security-token': 'session' } });
  assert.equal([session.status, session.type], [403, 'UnrecognizedClientException']);
  const garbage = await sendSigned(emulator.url, {
    path,
    headers: {},
    tamper: (headers) => (headers.authorization = 'AWS4-HMAC-SHA256 Credential=x'),
  });
  assert.equal([garbage.status, garbage.type], [403, 'IncompleteSignatureException']);
});

Signature('what was signed cannot be changed', async ({ emulator }) => {
  const refused = async (tamper: (headers: Record<string, string>) => void, headers: Record<string, string> = {}) => {
    const answer = await sendSigned(emulator.url, { path: '/imported-models?maxResults=5', headers, tamper });
    assert.equal([answer.status, answer.type], [403, 'InvalidSignatureException']);
  };
  await refused((headers) => (headers['x-amz-meta'] = 'b'), { 'x-amz-meta': 'a' });
  await refused((headers) => (headers['x-amz-extra'] = 'not signed'));
  await refused(
    (headers) => (headers.authorization = headers.authorization!.replace(/.$/, (last) => (last === '0' ? '1' : '0'))),
  );
  await refused((headers) => (headers.authorization = headers.authorization!.replace('eu-central-1', 'us-east-1')));
  await refused((headers) => (headers.authorization = headers.authorization!.replace('host;', '')));
  const service = await sendSigned(emulator.url, { path: '/imported-models', service: 's3' });
  assert.equal([service.status, service.type], [403, 'InvalidSignatureException']);
});

Signature('a clock that is more than five minutes off is told so', async ({ emulator }) => {
  const at = (minutes: number) =>
    sendSigned(emulator.url, { path: '/imported-models', signedAt: new Date(Date.now() + minutes * 60_000) });
  assert.equal([(await at(-6)).status, (await at(-6)).type], [403, 'RequestExpired']);
  assert.equal([(await at(6)).status, (await at(6)).type], [403, 'RequestInTheFuture']);
  assert.is((await at(-4)).status, 200);
  assert.is((await at(4)).status, 200);
});

Signature('paths, queries and bodies with unusual characters are signed the same way', async ({ emulator }) => {
  const body = importRequest({
    importedModelTags: [{ key: 'Team name', value: 'nlp + search @ Köln'.replace('ö', 'oe') }],
  });
  const { body: created, status } = await sendSigned(emulator.url, { path: '/model-import-jobs', body });
  assert.is(status, 201);
  const arn = encodeURIComponent(String(created.jobArn));
  assert.is((await sendSigned(emulator.url, { path: `/model-import-jobs/${arn}` })).status, 200);
  const query = 'creationTimeBefore=2030-01-01T00%3A00%3A00%2B01%3A00&maxResults=5&unknown=a%20b%2Fc*~';
  assert.is((await sendSigned(emulator.url, { path: `/model-import-jobs?${query}` })).status, 200);
});

Signature('a bearer token is accepted where one was given to the emulator', async ({ emulator }) => {
  const ask = async (token: string) =>
    (await fetch(`${emulator.url}/imported-models`, { headers: { authorization: `Bearer ${token}` } })).status;
  assert.is(await ask('a-token'), 200);
  assert.is(await ask('another'), 403);
});

Signature.run();
