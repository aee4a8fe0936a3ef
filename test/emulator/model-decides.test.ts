import { fileURLToPath } from 'node:url';
import { startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildApi, readTexts } from './build-api.ts';
import { importRequest, sendSigned } from './send-signed.ts';

const model = fileURLToPath(new URL('../../model/', import.meta.url));

/** Starts an emulator for the model with some of its text replaced; a text that is not there is a mistake in the test. */
async function startChanged(changes: readonly (readonly [from: string, to: string])[], quotas = false) {
  let texts = [...readTexts(`${model}shapegate/`), ...readTexts(`${model}bedrock/`)];
  for (const [from, to] of changes) {
    assert.ok(
      texts.some(({ text }) => text.includes(from)),
      from,
    );
    texts = texts.map(({ file, text }) => ({ file, text: text.replaceAll(from, to) }));
  }
  const { api } = buildApi(texts, 'AmazonBedrockControlPlaneService');
  return startEmulator({ api, quotas });
}

const ModelDecides = suite('the model decides what the emulator does');

ModelDecides('a tag limit of 5', async () => {
  const emulator = await startChanged([['limit: 50', 'limit: 5']]);
  const tags = Array.from({ length: 6 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
  const send = (jobTags: unknown) =>
    sendSigned(emulator.url, { path: '/model-import-jobs', body: importRequest({ jobTags }) });
  assert.is((await send(tags)).type, 'TooManyTagsException');
  assert.is((await send(tags.slice(1))).status, 201);
  await emulator.close();
});

ModelDecides('a member renamed keeps its part', async () => {
  const emulator = await startChanged([
    ['    jobName: JobName', '    importName: JobName'],
    ['$jobName', '$importName'],
    ['clientRequestToken', 'onceToken'],
  ]);
  const { jobName, ...rest } = importRequest();
  const old = await sendSigned(emulator.url, { path: '/model-import-jobs', body: { ...rest, jobName } });
  assert.match(String(old.body.message), /'\/importName' failed to satisfy constraint: Member must not be null/);
  const send = (changes: object) =>
    sendSigned(emulator.url, { path: '/model-import-jobs', body: { ...rest, importName: jobName, ...changes } });
  const first = await send({ onceToken: 'once' });
  assert.is(first.status, 201);
  assert.is((await send({ onceToken: 'once' })).body.jobArn, first.body.jobArn);
  assert.is((await send({})).body.message, 'The provided job name is currently in use.');
  await emulator.close();
});

ModelDecides('a policy that is not applied is not held to', async () => {
  const emulator = await startChanged([
    ['apply TagList', 'list OtherTagList {\n    member: Tag\n}\n\napply OtherTagList'],
  ]);
  const tags = Array.from({ length: 60 }, (_, index) => ({ key: `k${index}`, value: 'v' }));
  const answer = await sendSigned(emulator.url, { path: '/model-import-jobs', body: importRequest({ jobTags: tags }) });
  assert.is(answer.status, 201);
  await emulator.close();
});

ModelDecides.run();
