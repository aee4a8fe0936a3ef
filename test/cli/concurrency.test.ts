import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeRepository } from './git-folder.ts';
import { makeManySpecs } from './many-specs.ts';
import { bin, environment, goodSpec, makeFolder, run } from './run-shapegate.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const formats = ['pretty', 'json', 'sarif', 'junit', 'github', 'gitlab', 'checkstyle', 'markdown'];

/** Lints with one thread and with several, and sees that all say the same. */
function compare(cwd: string, args: readonly string[], threads: readonly number[], env = environment): string {
  const one = run(['lint', ...args, '--concurrency', '1'], { cwd, env });
  for (const count of threads) {
    const many = run(['lint', ...args, '--concurrency', String(count)], { cwd, env });
    const what = `${args.join(' ')}, ${count} threads`;
    assert.is(many.stdout, one.stdout, what);
    assert.is(many.stderr, one.stderr, what);
    assert.is(many.status, one.status, what);
  }
  return one.stdout + one.stderr;
}

test('any number of threads prints the same bytes, in every format', () => {
  const { path, remove } = makeFolder({ ...makeManySpecs(isLong ? 300 : 130, 12).files, '.git/HEAD': '' });
  for (const format of formats) compare(path, ['--format', format], [2]);
  compare(path, ['--format', 'json'], [3, 8]);
  compare(path, ['--fix-dry-run'], [2]);
  compare(path, ['--format', 'json', '--no-inline-suppressions', '--shard', '1/2'], [2]);
  compare(path, ['--format', 'json', 'packages/team-00', 'packages/team-01/imports'], [3]);
  remove();
});

test('threads and the cache go together', () => {
  const { path, remove } = makeFolder({ cache: '' });
  rmSync(join(path, 'cache'));
  const specs = join(path, 'specs');
  for (const [name, text] of Object.entries({ ...makeManySpecs(130, 8).files, '.git/HEAD': '' })) {
    mkdirSync(join(specs, name, '..'), { recursive: true });
    writeFileSync(join(specs, name), text);
  }
  const env = { ...environment, XDG_CACHE_HOME: join(path, 'cache') };
  const { stdout } = run(['lint', '--format', 'json'], { cwd: specs });
  const lint = (threads: number): string =>
    run(['lint', '--format', 'json', '--cache', '--concurrency', String(threads)], { cwd: specs, env }).stdout;
  assert.is(lint(3), stdout, 'cold, three threads');
  assert.is(lint(1), stdout, 'warm, one thread');
  writeFileSync(join(specs, 'packages/team-01/imports/new.yaml'), goodSpec().replace('role/', 'user/'));
  const more = run(['lint', '--format', 'json'], { cwd: specs }).stdout;
  assert.is.not(more, stdout);
  assert.is(lint(2), more, 'partly warm, two threads');
  assert.is(lint(2), more, 'warm, two threads');
  remove();
});

test('what one thread cannot do is told as one thread tells it', () => {
  const files = Object.fromEntries(
    Array.from({ length: 130 }, (_, index) => [`${1000 + index}.yaml`, goodSpec(`job-${index}`)]),
  );
  const { path, remove } = makeFolder(files);
  for (const name of ['1120.yaml', '1070.yaml']) {
    rmSync(join(path, name));
    symlinkSync('1001.yaml/nothing', join(path, name));
  }
  const names = Object.keys(files);
  assert.match(compare(path, names, [2, 5]), /cannot read `1070\.yaml`/);
  writeFileSync(join(path, 'shapegate.yaml'), 'targets: [{ files: ["*.yaml"], operation: CreateModelImportJobs }]\n');
  assert.match(compare(path, ['1001.yaml', '1002.yaml'], [2]), 'no operation');
  writeFileSync(join(path, 'shapegate.yaml'), 'policies: [./policy.yaml]\n');
  writeFileSync(join(path, 'policy.yaml'), 'kind: Policy\n');
  compare(path, ['1001.yaml', '1002.yaml', '--format', 'json'], [2]);
  remove();
});

test('threads read a model and a trusted revision as well', () => {
  const model = `$version: "2"
namespace acme.parcels
use aws.protocols#restJson1
@restJson1
service Parcels { version: "2026-01-01", operations: [SendParcel] }
@http(method: "POST", uri: "/parcels")
operation SendParcel { input := { @required @length(max: 9) label: String } }
`;
  const repository = makeRepository({
    'shapegate.yaml': 'root: true\nmodels: [./parcels.smithy]\n',
    'parcels.smithy': model,
    'a.yaml': 'operation: SendParcel\ninput: { label: fragile goods }\n',
    'b.yaml': 'operation: SendParcel\ninput: { label: fragile }\n',
    'c.yaml': goodSpec(),
  });
  repository.write({ 'shapegate.yaml': 'root: true\nrules: { shape/length: off }\nmodels: [./parcels.smithy]\n' });
  assert.not.match(compare(repository.path, [], [2]), 'shape/length');
  assert.match(compare(repository.path, ['--trust', 'HEAD'], [2]), 'shape/length');
  repository.remove();
});

test('two threads read at the same time, also where the command is called by a link', async () => {
  const names = Array.from({ length: 60 }, (_, index) => `${100 + index}.yaml`);
  const { path, remove } = makeFolder({
    // A pipe cannot be read again, to show what specs have in common.
    'shapegate.yaml': 'rules: { cross/model-quota: off }\n',
    ...Object.fromEntries(names.map((name) => [name, goodSpec(`job-${name.slice(0, 3)}`)])),
  });
  const [first = '', second = ''] = [names[0], names[59]].map((name) => join(path, name ?? ''));
  for (const pipe of [first, second]) {
    rmSync(pipe);
    if (spawnSync('mkfifo', [pipe]).status !== 0) {
      console.log('skip: no mkfifo, so nobody sees that threads read at the same time');
      remove();
      return;
    }
  }
  symlinkSync(bin, join(path, 'shapegate'));
  const args = [join(path, 'shapegate'), 'lint', '--concurrency', '2', ...names];
  const child = spawn(process.execPath, args, { cwd: path, env: environment, stdio: 'ignore' });
  const timer = setTimeout(() => child.kill('SIGKILL'), 60_000);
  const ended = once(child, 'exit');
  // Who reads the first waits until somebody else reads the last.
  const opened = open(second, 'w').then(async (pipe) => {
    await pipe.writeFile(goodSpec('last-1'));
    await pipe.close();
    await writeFile(first, goodSpec('first-1'));
  });
  const [status] = await Promise.race([ended, opened.then(() => ended)]);
  clearTimeout(timer);
  assert.is(status, 0);
  remove();
});

test('a number of threads is a number', () => {
  const { path, remove } = makeFolder({ 'a.yaml': goodSpec(), 'b.yaml': goodSpec('another-1') });
  for (const text of ['0', '-1', '65', 'many', '1.5', '2x']) {
    const { status, stderr } = run(['lint', `--concurrency=${text}`], { cwd: path });
    assert.is(status, 2, text);
    assert.match(stderr, '--concurrency is', text);
  }
  for (const text of ['auto', '1', '64'])
    assert.is(run(['lint', `--concurrency=${text}`], { cwd: path }).status, 0, text);
  remove();
});

test.run();
