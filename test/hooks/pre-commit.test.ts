import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, gitEnvironment, makeRepository } from '../cli/git-folder.ts';
import { bin, goodSpec, makeFolder } from '../cli/run-shapegate.ts';
import { hookFiles, makeHookSource, root } from './hook-source.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';
const isThere = spawnSync('pre-commit', ['--version']).status === 0;
const store = makeFolder();
const source = makeHookSource();
test.after(() => {
  for (const folder of [store, source]) folder.remove();
});

/** Nothing of the machine's own set-up of pre-commit is read, and all that it makes goes away with the test. */
const env: NodeJS.ProcessEnv = { ...gitEnvironment, HOME: store.path, PRE_COMMIT_HOME: join(store.path, 'pre-commit') };

function run(folder: GitFolder, command: string, ...args: string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { cwd: folder.path, env, encoding: 'utf8' });
}

/** A repository whose commits pass the hooks; `more` are further lines of each, in YAML. */
function makeHooked(ids: readonly string[], more: readonly string[] = [], from: GitFolder = source): GitFolder {
  const hooks = ids.map((id) => [`- id: ${id}`, ...more.map((line) => `  ${line}`)].join('\n      '));
  const folder = makeRepository({
    'shapegate.yaml': 'root: true\ntargets: [{ files: ["imports/**"], operation: CreateModelImportJob }]\n',
    '.pre-commit-config.yaml': `repos:
  - repo: file://${from.path}
    rev: ${from.git('rev-parse', 'HEAD').trim()}
    hooks:
      ${hooks.join('\n      ')}
`,
  });
  const installed = run(folder, 'pre-commit', 'install');
  assert.is(installed.status, 0, installed.stdout + installed.stderr);
  return folder;
}

/** Adds everything and commits it; gives what the hooks said. */
function commit(
  folder: GitFolder,
  environment: NodeJS.ProcessEnv = env,
): { readonly isCommitted: boolean; readonly said: string } {
  folder.git('add', '--all');
  const { status, stdout, stderr } = spawnSync('git', ['commit', '--message', 'Change specs'], {
    cwd: folder.path,
    env: environment,
    encoding: 'utf8',
  });
  return { isCommitted: status === 0, said: stdout + stderr };
}

const wrong = goodSpec('nightly_1');
const bare = goodSpec()
  .slice(goodSpec().indexOf('input:\n') + 'input:\n'.length)
  .replaceAll(/^ {2}/gm, '');

if (!isThere) console.log('skip pre-commit: it is not installed');
else {
  test('a wrong spec stops the commit, a good one passes, other files are let be', () => {
    const folder = makeHooked(['shapegate-lint']);
    try {
      folder.write({ 'imports/with a space.yaml': bare, '-x.yaml': goodSpec(), 'compose.yaml': 'services: {}\n' });
      const first = commit(folder);
      assert.ok(first.isCommitted, first.said);
      assert.match(first.said, /shapegate lint\.+Passed/);
      folder.write({ 'imports/with a space.yaml': bare.replace('nightly-', 'nightly_') });
      const second = commit(folder);
      assert.not.ok(second.isCommitted);
      assert.match(second.said, 'imports/with a space.yaml:1:10 error name/charset');
      assert.match(second.said, '- exit code: 1');
    } finally {
      folder.remove();
    }
  });

  test('all files of a commit are one process', () => {
    const folder = makeHooked(['shapegate-lint']);
    try {
      for (let index = 0; index < 40; index++) folder.write({ [`${index}.yaml`]: goodSpec('same-name') });
      const { isCommitted, said } = commit(folder);
      assert.not.ok(isCommitted);
      assert.match(said, 'in 40 specs of 40 files');
      assert.is(said.split('error cross/job-name').length - 1, 39);
    } finally {
      folder.remove();
    }
  });

  test('the fix hook rewrites what is wrong, and stops the commit once', () => {
    const folder = makeHooked(['shapegate-fix']);
    try {
      folder.write({ 'wrong.yaml': wrong, 'good.yaml': goodSpec('other') });
      const first = commit(folder);
      assert.not.ok(first.isCommitted);
      assert.match(first.said, 'files were modified by this hook');
      assert.is(readFileSync(join(folder.path, 'wrong.yaml'), 'utf8'), wrong.replace('nightly_1', 'nightly-1'));
      assert.ok(commit(folder).isCommitted);
    } finally {
      folder.remove();
    }
  });

  test('the policy hook runs the tests of the policies', () => {
    const folder = makeHooked(['shapegate-policy-test']);
    const policy = (pass: string) => `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme, version: 1 }
for: CreateModelImportJob
rules:
  - id: acme/name
    severity: error
    message: the name begins with acme
    assert: input.jobName.startsWith("acme-")
    tests:
      pass: [{ jobName: ${pass} }]
      fail: [{ jobName: other-1 }]
`;
    try {
      folder.write({
        'shapegate.yaml': 'root: true\npolicies: ["./policy/*.yaml"]\n',
        'policy/acme.yaml': policy('acme-1'),
      });
      const first = commit(folder);
      assert.ok(first.isCommitted, first.said);
      assert.match(first.said, /shapegate policy test\.+Passed/);
      folder.write({ 'policy/acme.yaml': policy('wrong-1') });
      const second = commit(folder);
      assert.not.ok(second.isCommitted);
      assert.match(second.said, '1 failed');
    } finally {
      folder.remove();
    }
  });

  test('the generate hook takes the shapegate that the repository has installed', () => {
    const folder = makeHooked(['shapegate-generate-check']);
    try {
      mkdirSync(join(folder.path, 'node_modules/.bin'), { recursive: true });
      symlinkSync(bin, join(folder.path, 'node_modules/.bin/shapegate'));
      folder.write({
        '.gitignore': 'node_modules/\n',
        'package.json': '{ "private": true }\n',
        'shapegate.yaml': `root: true
generate: [{ model: ["parcel.smithy"], emit: [types], out: generated }]
`,
        'parcel.smithy': `$version: "2"
namespace acme.parcel
service Parcels { version: "1", operations: [SendParcel] }
operation SendParcel { input := { to: String } }
`,
      });
      const first = commit(folder);
      assert.not.ok(first.isCommitted);
      assert.match(first.said, 'run `shapegate generate`');
      assert.is(run(folder, process.execPath, bin, 'generate').status, 0);
      const second = commit(folder);
      assert.ok(second.isCommitted, second.said);
    } finally {
      folder.remove();
    }
  });

  test('a hook that cannot do its work stops the commit', () => {
    const folder = makeHooked(['shapegate-lint']);
    try {
      folder.write({ 'shapegate.yaml': 'root: true\npolicies: ["./absent.yaml"]\n', 'good.yaml': goodSpec() });
      const { isCommitted, said } = commit(folder);
      assert.not.ok(isCommitted);
      assert.match(said, '- exit code: 2');
    } finally {
      folder.remove();
    }
  });

  test('the hook that init writes lints what is committed', () => {
    const folder = makeRepository({ '.gitignore': 'node_modules/\n', 'package.json': '{ "private": true }\n' });
    try {
      mkdirSync(join(folder.path, 'node_modules/.bin'), { recursive: true });
      symlinkSync(join(root, 'packages/cli'), join(folder.path, 'node_modules/shapegate'));
      symlinkSync(bin, join(folder.path, 'node_modules/.bin/shapegate'));
      assert.is(run(folder, process.execPath, bin, 'init', '--yes').status, 0);
      assert.is(run(folder, 'pre-commit', 'install').status, 0);
      const first = commit(folder);
      assert.ok(first.isCommitted, first.said);
      assert.match(first.said, /shapegate\.+Passed/);
      folder.write({ 'imports/wrong.yaml': bare.replace('nightly-', 'nightly_') });
      const second = commit(folder);
      assert.not.ok(second.isCommitted);
      assert.match(second.said, 'imports/wrong.yaml:1:10 error name/charset');
    } finally {
      folder.remove();
    }
  });

  // Installs the whole workspace, as pre-commit does with any package of Node.
  if (isLong)
    test('with language node pre-commit installs the root package, and Node where there is none', () => {
      const tracked = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).stdout.split('\0');
      const whole = makeHookSource([...new Set([...tracked.filter((name) => name !== ''), ...hookFiles])]);
      const folder = makeHooked(['shapegate-lint'], ['language: node', 'entry: shapegate lint'], whole);
      try {
        folder.write({ 'good.yaml': goodSpec() });
        // Here the registry is asked, in whatever way the machine asks it.
        const open = { ...process.env, ...env, HOME: process.env.HOME };
        const first = commit(folder, open);
        assert.ok(first.isCommitted, first.said);
        folder.write({ 'good.yaml': wrong });
        assert.match(commit(folder, open).said, 'error name/charset');
      } finally {
        folder.remove();
        whole.remove();
      }
    });
}

test('the root package depends on nothing and runs nothing when it is installed', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, object>;
  assert.is(manifest.dependencies, undefined);
  const run = Object.keys(manifest.scripts ?? {});
  for (const name of ['preinstall', 'install', 'postinstall', 'prepare', 'prepack', 'prepublish'])
    assert.not.ok(run.includes(name), name);
});

test('the root package packs what the hooks need, and installs without dependencies', () => {
  const folder = makeFolder();
  try {
    const npm = (args: readonly string[], cwd: string) => {
      const { status, stdout, stderr } = spawnSync('npm', args, { cwd, env, encoding: 'utf8' });
      assert.is(status, 0, stderr);
      return stdout.trim();
    };
    const packed = npm(['pack', '--pack-destination', folder.path], source.path);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    assert.is(packed, `shapegate-workspace-${version}.tgz`, 'pre-commit takes all that is printed for the name');
    const installed = ['install', '--global', '--prefix', folder.path, '--offline', join(folder.path, packed)];
    npm([...installed, '--no-audit', '--no-fund'], folder.path);
    const said = spawnSync(join(folder.path, 'bin/shapegate'), ['--version'], { env, encoding: 'utf8' });
    assert.is(said.stdout, `${version}\n`, said.stderr);
  } finally {
    folder.remove();
  }
});

test.run();
