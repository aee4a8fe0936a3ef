import { once } from 'node:events';
import { connect } from 'node:net';
import { type Emulator, startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importRequest, sendSigned } from './send-signed.ts';

const Requests = suite<{ emulator: Emulator }>('requests that are not as they should be');

Requests.before(async (context) => {
  context.emulator = await startEmulator();
});
Requests.after((context) => context.emulator.close());

Requests('the first failure is told, the list has all, values are not repeated', async ({ emulator }) => {
  const one = await sendSigned(emulator.url, {
    path: '/model-import-jobs',
    body: importRequest({ jobName: 'my_job' }),
  });
  assert.equal([one.status, one.type], [400, 'ValidationException']);
  const reason =
    "Value at '/jobName' failed to satisfy constraint: Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$";
  assert.equal(one.body, {
    message: `1 validation error detected. ${reason}`,
    fieldList: [{ path: '/jobName', message: reason }],
  });

  const three = await sendSigned(emulator.url, {
    path: '/model-import-jobs',
    body: { ...importRequest(), jobName: '', roleArn: null },
  });
  assert.match(String(three.body.message), /^3 validation errors at 2 paths detected\. First failure: Value /);
  assert.equal(
    (three.body.fieldList as { path: string; message: string }[])
      .filter(({ path }) => path === '/jobName' || path === '/roleArn')
      .map(({ message }) =>
        message.replace(/^Value( with length 0)? at '\/\w+' failed to satisfy constraint: /, '$1 ').trim(),
      )
      .sort(),
    [
      'Member must not be null',
      'Member must satisfy regular expression pattern: ^[a-zA-Z0-9](-*[a-zA-Z0-9\\+\\-\\.])*$',
      'with length 0 Member must have length between 1 and 63, inclusive',
    ],
  );
  const query = await sendSigned(emulator.url, { path: '/imported-models?maxResults=0&sortOrder=Up' });
  assert.equal(
    (query.body.fieldList as { message: string }[]).map(({ message }) => message),
    [
      "Value at '/maxResults' failed to satisfy constraint: Member must be between 1 and 1000, inclusive",
      "Value at '/sortOrder' failed to satisfy constraint: Member must satisfy enum value set: [Ascending, Descending]",
    ],
  );
});

Requests('a name made to backtrack is refused at once, in body, path and query', async ({ emulator }) => {
  const evil = `a${'-'.repeat(61)}!`;
  const started = Date.now();
  for (const request of [
    { path: '/model-import-jobs', body: importRequest({ jobName: evil }) },
    { path: `/model-import-jobs/${evil}${'-'.repeat(900)}!` },
    { path: `/model-import-jobs?nameContains=${evil}` },
  ])
    assert.is((await sendSigned(emulator.url, request)).type, 'ValidationException');
  assert.ok(Date.now() - started < 3000);
});

Requests('members that the model does not have are ignored, as the protocol says', async ({ emulator }) => {
  const body = importRequest({ tags: [] });
  assert.is((await sendSigned(emulator.url, { path: '/model-import-jobs?whatever=1', body })).status, 201);
  const text = JSON.stringify(importRequest()).replace('{', '{"__proto__":{"jobName":"x"},"constructor":1,');
  assert.is((await sendSigned(emulator.url, { path: '/model-import-jobs', body: text })).status, 201);
});

Requests('text that is no input is a SerializationException', async ({ emulator }) => {
  const valid = importRequest();
  for (const body of [
    '{',
    '[]',
    'null',
    '\ufeff{}',
    JSON.stringify({ ...valid, jobName: 7 }),
    JSON.stringify({ ...valid, jobTags: {} }),
    JSON.stringify({ ...valid, jobTags: [null] }),
    JSON.stringify({ ...valid, modelDataSource: {} }),
    JSON.stringify({ ...valid, modelDataSource: { s3DataSource: null } }),
    JSON.stringify({ ...valid, modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/a/' }, other: 1 } }),
    JSON.stringify({ ...valid, vpcConfig: [] }),
    '['.repeat(100_000),
  ]) {
    const answer = await sendSigned(emulator.url, { path: '/model-import-jobs', body });
    assert.equal([answer.status, answer.type], [400, 'SerializationException'], body.slice(0, 60));
  }
  for (const path of [
    '/imported-models?maxResults=many',
    '/imported-models?creationTimeAfter=yesterday',
    '/imported-models?creationTimeAfter=2026-13-01T00:00:00Z',
  ])
    assert.is((await sendSigned(emulator.url, { path })).type, 'SerializationException', path);
});

Requests('what is not an operation, or not JSON, or too large, is told so', async ({ emulator }) => {
  const ask = async (request: Parameters<typeof sendSigned>[1]) => {
    const { status, type } = await sendSigned(emulator.url, request);
    return [status, type];
  };
  assert.equal(await ask({ path: '/' }), [404, 'UnknownOperationException']);
  assert.equal(await ask({ path: '/model-import-jobs/a/b' }), [404, 'UnknownOperationException']);
  assert.equal(await ask({ path: '/model-import-jobs', method: 'PUT', body: '{}' }), [
    405,
    'UnknownOperationException',
  ]);
  assert.equal(await ask({ path: '/model-import-jobs', body: '{}', headers: { 'content-type': 'text/plain' } }), [
    415,
    'UnsupportedMediaTypeException',
  ]);
  const large = await fetch(`${emulator.url}/model-import-jobs`, { method: 'POST', body: 'x'.repeat(1024 * 1024 + 1) });
  assert.equal([large.status, large.headers.get('x-amzn-errortype')], [413, 'RequestEntityTooLargeException']);
  const bytes = await fetch(`${emulator.url}/%zz`);
  assert.is(bytes.status, 404);
});

Requests('garbage on the wire gets an answer without a stack trace', async ({ emulator }) => {
  for (const text of [
    '\x16\x03\x01garbage\r\n\r\n',
    'GET / HTTP/1.1\r\nbad header\r\n\r\n',
    'GET /model-import-jobs/%E0%A4 HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
  ]) {
    const socket = connect(emulator.port, '127.0.0.1');
    socket.write(text);
    let answer = '';
    socket.setEncoding('utf8').on('data', (data) => (answer += data));
    await once(socket, 'close');
    assert.match(answer, /^HTTP\/1\.1 4\d\d /);
    assert.not.match(answer, /at .*\.[jt]s/);
  }
});

Requests('it listens on loopback alone', async ({ emulator }) => {
  assert.match(emulator.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  let code = '';
  await startEmulator({ port: emulator.port }).catch((error: NodeJS.ErrnoException) => (code = error.code ?? ''));
  assert.is(code, 'EADDRINUSE');
});

Requests.run();
