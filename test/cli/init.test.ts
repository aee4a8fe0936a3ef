import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, makeFolder, run } from './run-shapegate.ts';

const written = [
  'shapegate.yaml',
  'imports/example.yaml',
  'policy/tags.yaml',
  '.vscode/settings.json',
  '.pre-commit-config.yaml',
];
const installed = fileURLToPath(new URL('../../packages/cli', import.meta.url));

test('init writes what lints, checks and explains at once', () => {
  const folder = makeFolder();
  try {
    const env = { ...environment, AWS_REGION: 'us-west-2' };
    const { status, stdout } = run(['init', '--yes'], { cwd: folder.path, env });
    assert.is(status, 0);
    assert.equal(
      stdout.trimEnd().split('\n'),
      written.map((name) => `wrote    ${name}`),
    );
    const lint = run(['lint', '--fail-on', 'warning', '--format', 'json'], { cwd: folder.path });
    assert.is(lint.status, 0, lint.stdout + lint.stderr);
    const { summary } = JSON.parse(lint.stdout) as { summary: { files: number } };
    assert.is(summary.files, 1);
    assert.is(run(['policy', 'check', 'policy/tags.yaml'], { cwd: folder.path }).status, 0);
    assert.match(readFileSync(join(folder.path, 'shapegate.yaml'), 'utf8'), 'region: us-west-2');
  } finally {
    folder.remove();
  }
});

test('init names schemas that there are', () => {
  const folder = makeFolder();
  try {
    mkdirSync(join(folder.path, 'node_modules'));
    symlinkSync(installed, join(folder.path, 'node_modules/shapegate'));
    mkdirSync(join(folder.path, 'team'));
    const cwd = join(folder.path, 'team');
    assert.is(run(['init'], { cwd }).status, 0);
    for (const name of written.slice(0, 3)) {
      const [, schema = ''] = /\$schema=(\S+)/.exec(readFileSync(join(cwd, name), 'utf8')) ?? [];
      const path = join(cwd, dirname(name), schema);
      assert.is((JSON.parse(readFileSync(path, 'utf8')) as { type?: string }) !== null, true, path);
    }
    const settings = JSON.parse(readFileSync(join(cwd, '.vscode/settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    for (const schema of Object.keys(settings['yaml.schemas'])) JSON.parse(readFileSync(join(cwd, schema), 'utf8'));
  } finally {
    folder.remove();
  }
});

test('init overwrites nothing', () => {
  const folder = makeFolder({ 'shapegate.json': '{ "root": true }', 'imports/example.yaml': 'mine\n' });
  try {
    const { status, stdout } = run(['init'], { cwd: folder.path });
    assert.is(status, 0);
    assert.match(stdout, 'kept     shapegate.json\nkept     imports/example.yaml\nwrote    policy/tags.yaml\n');
    assert.is(readFileSync(join(folder.path, 'imports/example.yaml'), 'utf8'), 'mine\n');
    assert.not.match(run(['init'], { cwd: folder.path }).stdout, 'wrote');
  } finally {
    folder.remove();
  }
});

test('init writes the hook for the runner that a repository has, at its root', () => {
  const dev = (name: string) => JSON.stringify({ devDependencies: { [name]: '*' } });
  for (const [files, hook, text] of [
    [{}, '.pre-commit-config.yaml', 'entry: npx --no-install shapegate lint --ignore-unknown\n'],
    [{ 'package.json': '[1' }, '.pre-commit-config.yaml', 'files: \\.(ya?ml|json)$\n'],
    [
      { 'package.json': dev('lefthook') },
      'lefthook.yml',
      'run: npx --no-install shapegate lint --ignore-unknown -- {st',
    ],
    [{ 'package.json': dev('husky') }, '.husky/pre-commit', 'npx --no-install shapegate lint --changed\n'],
    [{ 'package.json': dev('lefthook'), '.husky/_/h': '' }, '.husky/pre-commit', '--changed'],
    [
      { 'team/node_modules/shapegate/package.json': '{}' },
      '.pre-commit-config.yaml',
      'entry: team/node_modules/.bin/shapegate',
    ],
  ] as const) {
    const folder = makeFolder({ '.git/HEAD': '', 'team/notes.txt': '', ...files });
    try {
      const { stdout } = run(['init'], { cwd: join(folder.path, 'team') });
      assert.match(stdout, `wrote    ../${hook}\n`);
      assert.ok(readFileSync(join(folder.path, hook), 'utf8').includes(text), hook);
    } finally {
      folder.remove();
    }
  }
});

test('init tells what to add to a hook that is there', () => {
  const folder = makeFolder({ 'lefthook.yml': 'pre-push: {}\n' });
  try {
    const first = run(['init'], { cwd: folder.path });
    assert.match(first.stdout, 'kept     lefthook.yml\n');
    assert.match(first.stderr, 'To lint what is committed, add to lefthook.yml:\n\npre-commit:\n');
    assert.is(readFileSync(join(folder.path, 'lefthook.yml'), 'utf8'), 'pre-push: {}\n');
    writeFileSync(join(folder.path, 'lefthook.yml'), 'pre-push: {} # shapegate\n');
    assert.not.match(run(['init'], { cwd: folder.path }).stderr, 'To lint');
  } finally {
    folder.remove();
  }
});

test.run();
