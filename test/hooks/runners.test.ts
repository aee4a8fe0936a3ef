import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, gitEnvironment, makeRepository } from '../cli/git-folder.ts';
import { bin, goodSpec } from '../cli/run-shapegate.ts';
import { installRunners, runners } from './install-runners.ts';
import { readPageFile } from './page-files.ts';

function run(folder: GitFolder, command: string, ...args: string[]): SpawnSyncReturns<string> {
  const PATH = `${join(folder.path, 'node_modules/.bin')}:${gitEnvironment.PATH}`;
  const env: NodeJS.ProcessEnv = { ...gitEnvironment, PATH, HOME: folder.path, NO_COLOR: '1' };
  return spawnSync(command, args, { cwd: folder.path, env, encoding: 'utf8' });
}

/** A repository with the given files, and the programs of both in its `node_modules`. */
function makeHooked(files: Readonly<Record<string, string>>, programs: Readonly<Record<string, string>>): GitFolder {
  const folder = makeRepository({ '.gitignore': 'node_modules/\n', 'package.json': '{ "private": true }\n', ...files });
  const links = join(folder.path, 'node_modules/.bin');
  mkdirSync(links, { recursive: true });
  symlinkSync(bin, join(links, 'shapegate'));
  for (const [name, program] of Object.entries(programs))
    symlinkSync(join(runners, 'node_modules', program), join(links, name));
  return folder;
}

/** The files of docs/hooks.md, by name. */
function readPage(...names: string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map((name) => [name, readPageFile(name)]));
}

const lefthook = { lefthook: 'lefthook/bin/index.js' };
const husky = { husky: 'husky/bin.js', 'lint-staged': 'lint-staged/bin/lint-staged.js' };

function succeed(folder: GitFolder, command: string, ...args: string[]): void {
  const { status, stdout, stderr } = run(folder, command, ...args);
  assert.is(status, 0, stdout + stderr);
}

function commit(folder: GitFolder): SpawnSyncReturns<string> {
  folder.git('add', '--all');
  return run(folder, 'git', 'commit', '--message', 'Change specs');
}

/** Commits specs of which one is right, one can be corrected and one cannot. */
function tryCommits(folder: GitFolder): void {
  folder.write({ 'specs/with a space.yaml': goodSpec('nightly_1'), 'compose.yaml': 'services: {}\n' });
  const first = commit(folder);
  assert.is(first.status, 0, first.stdout + first.stderr);
  assert.match(folder.git('show', 'HEAD:specs/with a space.yaml'), 'jobName: nightly-1', 'what is corrected is staged');
  folder.write({ 'specs/wrong.yaml': goodSpec().replace(/ {2}roleArn.*\n/, '') });
  const second = commit(folder);
  assert.is(second.status, 1, second.stdout + second.stderr);
  assert.match(second.stdout + second.stderr, 'specs/wrong.yaml');
  assert.match(second.stdout + second.stderr, 'error shape/required');
}

if (!installRunners()) console.log('skip lefthook, husky and lint-staged: they cannot be installed');
else {
  test('lefthook runs the hook of the page', () => {
    const folder = makeHooked(readPage('lefthook.yml'), lefthook);
    try {
      succeed(folder, 'lefthook', 'install');
      tryCommits(folder);
    } finally {
      folder.remove();
    }
  });

  test('husky and lint-staged run the hook of the page', () => {
    const folder = makeHooked(readPage('.husky/pre-commit', 'lint-staged.config.mjs'), husky);
    try {
      succeed(folder, 'husky');
      tryCommits(folder);
    } finally {
      folder.remove();
    }
  });

  for (const [name, programs, install] of [
    ['lefthook', lefthook, ['install']],
    ['husky', husky, []],
  ] as const)
    test(`${name} runs the hook that init writes`, () => {
      const manifest = JSON.stringify({ private: true, devDependencies: { [name]: '*' } });
      const folder = makeHooked({ 'package.json': manifest }, programs);
      try {
        succeed(folder, process.execPath, bin, 'init');
        succeed(folder, name, ...install);
        const first = commit(folder);
        assert.is(first.status, 0, first.stdout + first.stderr);
        folder.write({ 'imports/with a space.yaml': 'jobName: a_1\n' });
        const second = commit(folder);
        assert.is(second.status, 1, second.stdout + second.stderr);
        assert.match(second.stdout + second.stderr, 'imports/with a space.yaml:1:10');
      } finally {
        folder.remove();
      }
    });
}

test.run();
