import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startEmulator } from '@shapegate/emulator';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { importRequest, sendSigned } from './send-signed.ts';

const Data = suite<{ directory: string }>('data directory');

Data.before.each((context) => {
  context.directory = mkdtempSync(join(tmpdir(), 'shapegate-emulator-'));
});
Data.after.each((context) => rmSync(context.directory, { recursive: true }));

Data('a restart has what was answered: jobs, models, deletions, tokens and names', async ({ directory }) => {
  const dataDirectory = join(directory, 'made', 'for', 'this');
  const first = await startEmulator({ dataDirectory, jobSeconds: 0 });
  const kept = importRequest({ clientRequestToken: 'kept' });
  const gone = importRequest();
  const { body: created } = await sendSigned(first.url, { path: '/model-import-jobs', body: kept });
  await sendSigned(first.url, { path: '/model-import-jobs', body: gone });
  await sendSigned(first.url, { method: 'DELETE', path: `/imported-models/${gone.importedModelName}` });
  await first.close();

  const second = await startEmulator({ dataDirectory, jobSeconds: 0 });
  const job = await sendSigned(second.url, { path: `/model-import-jobs/${kept.jobName}` });
  assert.is(job.body.jobArn, created.jobArn);
  assert.is(job.body.status, 'Completed');
  assert.is((await sendSigned(second.url, { path: `/imported-models/${kept.importedModelName}` })).status, 200);
  assert.is((await sendSigned(second.url, { path: `/imported-models/${gone.importedModelName}` })).status, 404);
  const again = await sendSigned(second.url, {
    path: '/model-import-jobs',
    body: importRequest({ clientRequestToken: 'kept' }),
  });
  assert.is(again.body.jobArn, created.jobArn);
  const taken = await sendSigned(second.url, {
    path: '/model-import-jobs',
    body: importRequest({ jobName: gone.jobName }),
  });
  assert.is(taken.body.message, 'The provided job name is currently in use.');
  await second.close();
});

Data('killed between the write and the answer, it has the job, and the token finds it', async ({ directory }) => {
  const script = fileURLToPath(new URL('./killed-after-write.ts', import.meta.url));
  const child = spawn(process.execPath, ['--conditions=@shapegate/source', '--import', 'tsx', script, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [line] = (await once(child.stdout!.setEncoding('utf8'), 'data')) as [string];
  const body = importRequest({ clientRequestToken: 'sent-twice' });
  let answered = true;
  await sendSigned(line.trim(), { path: '/model-import-jobs', body }).catch(() => (answered = false));
  assert.is(answered, false);
  assert.is((await exited)[1], 'SIGKILL');

  const emulator = await startEmulator({ dataDirectory: directory });
  const retried = await sendSigned(emulator.url, { path: '/model-import-jobs', body });
  assert.is(retried.status, 201);
  const { body: list } = await sendSigned(emulator.url, { path: '/model-import-jobs' });
  const summaries = list.modelImportJobSummaries as { jobArn: string }[];
  assert.equal(
    summaries.map(({ jobArn }) => jobArn),
    [retried.body.jobArn],
  );
  await emulator.close();
});

Data('a last line that was cut short is taken away; a damaged line before it is refused', async ({ directory }) => {
  const first = await startEmulator({ dataDirectory: directory, jobSeconds: 0 });
  const kept = importRequest();
  await sendSigned(first.url, { path: '/model-import-jobs', body: kept });
  await first.close();
  const file = join(directory, 'journal.jsonl');
  const whole = readFileSync(file, 'utf8');

  for (const rest of ['{"import":{"region":"eu-cen', '{"import":{"reg\n', '\0\0\0\0']) {
    writeFileSync(file, whole);
    appendFileSync(file, rest);
    const emulator = await startEmulator({ dataDirectory: directory });
    assert.is(readFileSync(file, 'utf8'), whole);
    assert.is((await sendSigned(emulator.url, { path: `/model-import-jobs/${kept.jobName}` })).status, 200);
    await emulator.close();
  }

  writeFileSync(file, `{"import":\n${whole}`);
  let message = '';
  await startEmulator({ dataDirectory: directory }).catch((error: Error) => (message = error.message));
  assert.match(message, /journal\.jsonl:1: the line is damaged/);
});

Data('a write that fails is answered 500 and leaves nothing behind', async () => {
  const { serveJournal } = await import('../../packages/emulator/src/server.ts');
  let fail = true;
  const journal = {
    earlier: [],
    append: () => {
      if (fail) throw new Error('ENOSPC: no space left on /secret/place');
    },
    close() {},
  };
  const emulator = await serveJournal(journal, {});
  const body = importRequest();
  const refused = await sendSigned(emulator.url, { path: '/model-import-jobs', body });
  assert.is(refused.status, 500);
  assert.is(refused.type, 'InternalServerException');
  assert.not.match(JSON.stringify(refused.body), /ENOSPC|secret/);
  fail = false;
  assert.is((await sendSigned(emulator.url, { path: `/model-import-jobs/${body.jobName}` })).status, 404);
  assert.is((await sendSigned(emulator.url, { path: '/model-import-jobs', body })).status, 201);
  await emulator.close();
});

Data.run();
