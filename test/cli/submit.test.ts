import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, goodSpec, makeFolder, run, startEmulator } from './run-shapegate.ts';

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

test('plan prints the request, token included, whatever the notation', () => {
  const folder = makeFolder({
    'a.yaml': goodSpec(),
    'b.yaml': `# the same in another order\n${goodSpec().replace(/(region: .*\n)(account: .*\n)/, '$2$1')}`,
    'two.yaml': `${goodSpec()}---\n${goodSpec('weekly-2026-11-23')}`,
  });
  try {
    const plan = (file: string, ...args: string[]) => run(['plan', file, ...args], { cwd: folder.path });
    const { status, stdout } = plan('a.yaml');
    assert.is(status, 0);
    const request = json(stdout);
    assert.is(request['method'], 'POST');
    assert.is(request['url'], 'https://bedrock.eu-central-1.amazonaws.com/model-import-jobs');
    const body = request['body'] as Record<string, unknown>;
    assert.is(body['jobName'], 'nightly-2026-11-23');
    assert.match(String(body['clientRequestToken']), /^[a-zA-Z0-9-]{1,256}$/);
    assert.not.match(stdout, /authorization/i);
    assert.is(plan('b.yaml').stdout, stdout);
    assert.is((JSON.parse(plan('two.yaml').stdout) as unknown[]).length, 2);
    assert.match(plan('a.yaml', '--endpoint-url', 'http://127.0.0.1:9').stdout, 'http://127.0.0.1:9/model-import-jobs');
  } finally {
    folder.remove();
  }
});

test('a spec with a mistake is neither planned nor sent, and no other one with it', async () => {
  const folder = makeFolder({ 'a.yaml': goodSpec(), 'b.yaml': goodSpec('bad_name') });
  const emulator = await startEmulator();
  try {
    const planned = run(['plan', 'b.yaml'], { cwd: folder.path });
    assert.is(planned.status, 1);
    assert.is(planned.stdout, '');
    assert.match(planned.stderr, /name\/charset/);
    const sent = run(['submit', 'a.yaml', 'b.yaml', '--endpoint-url', emulator.url], { cwd: folder.path });
    assert.is(sent.status, 1);
    assert.is(sent.stdout, '');
    assert.match(sent.stderr, /nothing was sent/);
    const listed = run(['jobs', 'list', '--region', 'eu-central-1', '--endpoint-url', emulator.url]);
    assert.equal(JSON.parse(listed.stdout), []);
  } finally {
    folder.remove();
    assert.is(await emulator.stop(), 0);
  }
});

test('submit, wait, submit again, look, delete', async () => {
  const data = makeFolder();
  const folder = makeFolder({ 'a.yaml': goodSpec(), 'changed.yaml': goodSpec().replace('support-bot/', 'other-bot/') });
  const emulator = await startEmulator(['--data', data.path]);
  const endpoint = ['--endpoint-url', emulator.url];
  const place = ['--region', 'eu-central-1', ...endpoint];
  try {
    const first = run(['submit', 'a.yaml', '--wait', ...endpoint], { cwd: folder.path });
    assert.is(first.status, 0, first.stderr);
    const arn = first.stdout.trim();
    assert.match(arn, /^arn:aws:bedrock:eu-central-1:111122223333:model-import-job\//);
    assert.is(run(['submit', 'a.yaml', ...endpoint], { cwd: folder.path }).stdout.trim(), arn);

    const changed = run(['submit', 'changed.yaml', ...endpoint], { cwd: folder.path });
    assert.is(changed.status, 1, changed.stdout);
    assert.match(changed.stderr, /ValidationException/);

    const jobs = JSON.parse(run(['jobs', 'list', ...place]).stdout) as { jobArn: string }[];
    assert.equal(
      jobs.map(({ jobArn }) => jobArn),
      [arn],
    );
    const job = json(run(['jobs', 'get', arn, ...place]).stdout);
    assert.is(job['status'], 'Completed');
    assert.is(json(run(['jobs', 'wait', 'nightly-2026-11-23', ...place]).stdout)['jobArn'], arn);
    assert.is(run(['jobs', 'get', 'nothing', ...place]).status, 1);

    const model = json(run(['models', 'get', 'nightly-2026-11-23', ...place]).stdout);
    assert.is(model['modelArn'], job['importedModelArn']);
    assert.is(
      (JSON.parse(run(['models', 'list', '--name-contains', 'nightly', ...place]).stdout) as unknown[]).length,
      1,
    );
    assert.is(run(['models', 'delete', 'nightly-2026-11-23', ...place]).status, 0);
    assert.is(run(['models', 'get', 'nightly-2026-11-23', ...place]).status, 1);
    assert.ok(existsSync(join(data.path)));
  } finally {
    assert.is(await emulator.stop(), 0);
    folder.remove();
    data.remove();
  }
});

test('what keeps it from sending is exit 2, and nothing is sent', () => {
  const folder = makeFolder({ 'a.yaml': goodSpec(), 'nowhere.yaml': goodSpec().replace(/region: .*\n/, '') });
  try {
    const refused = (env: NodeJS.ProcessEnv, message: RegExp, ...args: string[]) => {
      const { status, stdout, stderr } = run(['submit', ...args], { cwd: folder.path, env });
      assert.is(status, 2, stderr);
      assert.is(stdout, '');
      assert.match(stderr, message);
    };
    const { AWS_ACCESS_KEY_ID: _, ...noKeys } = environment;
    refused(noKeys, /no AWS credentials/, 'a.yaml', '--endpoint-url', 'http://127.0.0.1:1');
    refused(environment, /ECONNREFUSED/, 'a.yaml', '--endpoint-url', 'http://127.0.0.1:1');
    refused(environment, /which Region/, 'nowhere.yaml', '--endpoint-url', 'http://127.0.0.1:1');
    refused(environment, /no endpoint/, 'a.yaml', '--endpoint-url', 'not a url');
  } finally {
    folder.remove();
  }
});

test('what the service answers with is told by its name', async () => {
  const folder = makeFolder({ 'a.yaml': goodSpec() });
  const emulator = await startEmulator();
  try {
    const env = Object.assign({}, environment, { AWS_SECRET_ACCESS_KEY: 'another-secret' });
    const { status, stdout, stderr } = run(['submit', 'a.yaml', '--endpoint-url', emulator.url], {
      cwd: folder.path,
      env,
    });
    assert.is(status, 1);
    assert.is(stdout, '');
    assert.match(stderr, /^\w+Exception: /);
  } finally {
    folder.remove();
    await emulator.stop();
  }
});

test.run();
