import { spawnSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { commands } from '../../packages/cli/src/command-table.ts';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

/** What is in the way, what to do about it, and nothing on standard output. */
function assertProblem(args: readonly string[], message: RegExp, cwd?: string): void {
  const { status, stdout, stderr } = run(args, cwd === undefined ? {} : { cwd });
  const said = `${args.join(' ')}: ${stderr}`;
  assert.is(status, 2, said);
  assert.is(stdout, '', said);
  assert.match(stderr, message, said);
  assert.match(stderr, /^shapegate: /, said);
  assert.ok(stderr.trim().split('\n').length <= 3, said);
}

test('bad usage is told in a paragraph', () => {
  assertProblem([], /say a command/);
  assertProblem(['bogus'], /^shapegate: unknown command `bogus`\n/);
  assertProblem(['lnt', 'x.yaml'], /unknown command `lnt`, did you mean `lint`\?/);
  assertProblem(['jobs', 'lst'], /unknown command `jobs lst`, did you mean `jobs list`\?/);
  assertProblem(['policy', 'chekc', 'a.yaml'], /unknown command `policy chekc`, did you mean `policy check`\?/);
  assertProblem(['rules', 'more'], /`more` is more than the command takes/);
  assertProblem(['jobs', 'list', 'all'], /`all` is more than the command takes/);
  assertProblem(['policy', 'check', '--run', 'x'], /`policy check` has no option `--run`, `policy test` has it\n/);
  assertProblem(['lint', '--bogus'], /unknown option `--bogus`\n/);
  assertProblem(['lint', '--regoin', 'eu-central-1'], /unknown option `--regoin`, did you mean `--region`\?/);
  assertProblem(['lint', '--region'], /not enough arguments following: region/);
  assertProblem(['lint', '--region', 'here'], /--region is `here`/);
  assertProblem(['lint', bin, '--operation', 'CreateModelImport'], /Did you mean `CreateModelImportJob`\?/);
  assertProblem(['jobs', 'list', '--region', 'here'], /--region is `here`/);
  assertProblem(['lint', '--account', '12'], /expected 12 digits/);
  assertProblem(['lint', '--format', 'xml'], /unknown format `xml`/);
  assertProblem(['lint', '--fail-on', 'never'], /fail-on/);
  assertProblem(['lint', '--stdin', 'a.yaml'], /exclude each other/);
  assertProblem(['lint', 'nowhere.yaml'], /cannot read `nowhere.yaml`: there is no such file/);
  assertProblem(['explain', 'arn/resorce'], /neither a rule nor a file\nDid you mean `arn\/resource`\?/);
  assertProblem(['explain'], /not enough non-option arguments/);
  assertProblem(['jobs'], /jobs list/);
  assertProblem(['jobs', 'list', '--status', 'Done'], /status/);
  assertProblem(['schema', 'CreateModelImport'], /Did you mean `CreateModelImportJob`/);
  assertProblem(['generate', '--model', 'x.smithy'], /belong together/);
  assertProblem(['emulator', '--port', '70000'], /--port/);
  assertProblem(['submit', ''], /a path is empty/);
  for (const command of ['lint', 'plan', 'submit']) assertProblem([command, '-'], /`-` is no path/);
  assertProblem(
    ['jobs', 'list', '--region', 'eu-central-1', '--endpoint-url', 'ftp://x'],
    /`ftp:.*URL\nCheck the endpoint/,
  );
  assertProblem(['submit'], /not enough non-option arguments/);
});

test('a file that cannot be read is told', () => {
  const folder = makeFolder({ 'a.yaml': goodSpec(), 'sub/b.yaml': '' });
  try {
    if (process.getuid?.() !== 0) {
      chmodSync(join(folder.path, 'a.yaml'), 0);
      assertProblem(['lint', 'a.yaml'], /permission denied/, folder.path);
    }
    assertProblem(['lint', join('a.yaml', 'deeper')], /not a folder/, folder.path);
    assertProblem(['plan', 'nowhere.yaml'], /no such file/, folder.path);
  } finally {
    folder.remove();
  }
});

test('help and version', () => {
  const { version } = JSON.parse(readFileSync(join(bin, '../../package.json'), 'utf8')) as { version: string };
  assert.is(run(['--version']).stdout, `${version}\n`);
  const help = run(['--help']);
  assert.is(help.status, 0);
  for (const { name } of commands) assert.match(help.stdout, new RegExp(`shapegate ${name.split(' ')[0]}\\b`));
  for (const { name, options } of commands) {
    const { status, stdout } = run([...name.split(' '), '--help']);
    assert.is(status, 0, name);
    for (const option of options) assert.match(stdout, `--${option}`, name);
  }
});

test('rules, a page of a rule and a schema are printed', () => {
  const rules = JSON.parse(run(['rules', '--format', 'json']).stdout) as { id: string }[];
  assert.ok(rules.some(({ id }) => id === 'arn/resource'));
  assert.match(run(['rules']).stdout, /arn\/resource +error/);
  assert.match(run(['explain', 'arn/resource']).stdout, /^# arn\/resource\n/);
  for (const [args, draft] of [
    [[], '2020-12'],
    [['--draft', '7'], 'draft-07'],
    [['--document'], '2020-12'],
  ] as const) {
    const { $schema } = JSON.parse(run(['schema', 'CreateModelImportJob', ...args]).stdout) as { $schema: string };
    assert.match($schema, draft);
  }
});

test('colour is for terminals alone', () => {
  const plain = run(['rules'], { env: { ...environment, FORCE_COLOR: '1' } }).stdout;
  assert.not.match(plain, /\u001b/);
});

test('a pipe that closes early is quiet', () => {
  const { stderr } = spawnSync('bash', ['-c', `node '${bin}' schema CreateModelImportJob | head -1 >/dev/null`], {
    env: environment,
    encoding: 'utf8',
  });
  assert.is(stderr, '');
});

test.run();
