import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type GitFolder, gitEnvironment, makeRepository } from '../cli/git-folder.ts';
import { goodSpec, makeFolder } from '../cli/run-shapegate.ts';
import { makeHookSource, root } from './hook-source.ts';
import { installRunners, runners } from './install-runners.ts';
import { readPageFile } from './page-files.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly [{ readonly env: Readonly<Record<string, string>>; readonly run: string }];
  };
}

interface Pipeline {
  readonly specs: { readonly script: readonly string[]; readonly variables: Readonly<Record<string, string>> };
}

const action = load(readFileSync(join(root, 'action.yml'), 'utf8')) as Action;
const source = makeHookSource();
source.git('tag', 'v0.1.0');
test.after(() => source.remove());

const policy = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme, version: 1 }
for: CreateModelImportJob
rules:
  - { id: acme/tags, severity: error, uses: required-tags, with: { on: [/jobTags], keys: [team] } }
`;

/** A repository whose `main` demands a tag, and a request that takes the demand away and adds a spec without it. */
function makeRequest(): GitFolder {
  const folder = makeRepository({ 'shapegate.yaml': 'root: true\npolicies: ["./acme.yaml"]\n', 'acme.yaml': policy });
  folder.git('checkout', '--quiet', '-b', 'request');
  folder.write({ 'shapegate.yaml': 'root: true\n', 'imports/with a space.yaml': goodSpec() });
  folder.commit();
  return folder;
}

/** What a CI system has checked out of a request: the last commit alone, and no branch. */
function checkOut(folder: GitFolder): GitFolder {
  const checkout = makeRepository();
  checkout.git('remote', 'add', 'origin', `file://${folder.path}`);
  checkout.git('fetch', '--quiet', '--no-tags', '--depth', '1', 'origin', 'request');
  checkout.git('checkout', '--quiet', '--detach', 'FETCH_HEAD');
  return checkout;
}

/** Runs a script as a job does, in a shell that stops at the first failure. */
function runScript(script: string, cwd: string, more: NodeJS.ProcessEnv): SpawnSyncReturns<string> {
  const env = { ...gitEnvironment, ...more };
  return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script], { cwd, env, encoding: 'utf8' });
}

/** Runs the step of the action with inputs, as GitHub does. */
function runAction(
  cwd: string,
  inputs: Readonly<Record<string, string>> = {},
): SpawnSyncReturns<string> & { readonly summary: string } {
  const folder = makeFolder({ summary: '' });
  try {
    const [step] = action.runs.steps;
    const given = Object.entries(step.env).map(([name, value]) => {
      const [, input = ''] = /^\$\{\{ inputs\.([\w-]+) \}\}$/.exec(value) ?? [];
      return [name, inputs[input] ?? action.inputs[input]?.default];
    });
    const result = runScript(step.run, cwd, {
      ...Object.fromEntries(given),
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION_PATH: source.path,
      GITHUB_STEP_SUMMARY: join(folder.path, 'summary'),
      GITHUB_WORKSPACE: cwd,
    });
    return { ...result, summary: readFileSync(join(folder.path, 'summary'), 'utf8') };
  } finally {
    folder.remove();
  }
}

test('the action annotates lines and writes the summary of the job', () => {
  const folder = makeFolder({
    'good.yaml': goodSpec(),
    'with a space/wrong.yaml': goodSpec('nightly_1'),
    'fixed.yaml': goodSpec('nightly', '  clientRequestToken: abc-2026\n'),
  });
  try {
    const wrong = runAction(folder.path);
    assert.is(wrong.status, 1, wrong.stdout + wrong.stderr);
    assert.match(wrong.stdout, '::error file=with a space/wrong.yaml,line=5,col=12,endColumn=20,title=name/charset::');
    assert.match(wrong.stdout, 'with a space/wrong.yaml:5:12 error name/charset');
    assert.match(wrong.summary, '<!-- shapegate -->');
    assert.is(runAction(folder.path, { paths: 'good.yaml\nfixed.yaml\n' }).status, 0);
    assert.is(runAction(folder.path, { paths: 'good.yaml\nfixed.yaml\n', 'fail-on': 'warning' }).status, 1);
    const more = { paths: 'with a space', args: '--format=json=report of the run.json\n--no-inline-suppressions' };
    assert.is(runAction(folder.path, more).status, 1);
    assert.match(readFileSync(join(folder.path, 'report of the run.json'), 'utf8'), '"name/charset"');
  } finally {
    folder.remove();
  }
});

test('nothing in an input of the action is a command or an option', () => {
  const folder = makeFolder({ 'good.yaml': goodSpec() });
  try {
    for (const inputs of [
      { paths: '$(touch made)\n`touch made`; touch made' },
      { paths: '--fix' },
      { args: '; touch made' },
      { trust: '$(touch made)' },
      { trust: '--upload-pack=touch made' },
      { 'fail-on': '"; touch made' },
    ]) {
      assert.is.not(runAction(folder.path, inputs).status, 0, JSON.stringify(inputs));
      assert.throws(() => readFileSync(join(folder.path, 'made')), 'ENOENT');
    }
  } finally {
    folder.remove();
  }
});

test('a request cannot loosen the gate of the action: the target branch is fetched', () => {
  const folder = makeRequest();
  const checkout = checkOut(folder);
  try {
    assert.is(runAction(checkout.path).status, 0, 'without trust');
    const { status, stdout, stderr } = runAction(checkout.path, { trust: 'main' });
    assert.is(status, 1, stdout + stderr);
    assert.match(stdout, 'error acme/tags');
    assert.match(stderr, 'note: shapegate.yaml is changed here');
    assert.is(runAction(checkout.path, { trust: 'absent' }).status, 128, 'a branch that is not there');
  } finally {
    checkout.remove();
    folder.remove();
  }
});

test('the pipeline for GitLab lints, and writes a code quality report', () => {
  const folder = makeRequest();
  const checkout = checkOut(folder);
  const { specs } = load(readPageFile('.gitlab-ci.yml')) as Pipeline;
  const run = (variables: NodeJS.ProcessEnv) =>
    runScript(specs.script.join('\n'), checkout.path, {
      ...specs.variables,
      SHAPEGATE: `file://${source.path}`,
      CI_PROJECT_DIR: checkout.path,
      ...variables,
    });
  const readReport = () =>
    JSON.parse(readFileSync(join(checkout.path, 'gl-code-quality-report.json'), 'utf8')) as { check_name: string }[];
  try {
    const free = run({});
    assert.is(free.status, 0, free.stdout + free.stderr);
    assert.equal(readReport(), []);
    const held = run({ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' });
    assert.is(held.status, 1, held.stdout + held.stderr);
    const [issue] = readReport();
    assert.equal(issue, {
      ...issue,
      check_name: 'acme/tags',
      severity: 'major',
      location: { path: 'imports/with a space.yaml', lines: { begin: 4, end: 4 } },
    });
    writeFileSync(
      join(checkout.path, 'imports/with a space.yaml'),
      goodSpec('a', '  jobTags: [{ key: team, value: b }]\n'),
    );
    assert.is(run({ CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main' }).status, 0);
  } finally {
    checkout.remove();
    folder.remove();
  }
});

if (!installRunners()) console.log('skip the schemas of GitHub: their validator cannot be installed');
else
  test('the action and the workflow of the page are valid', () => {
    const { validateAction, validateWorkflow } = createRequire(join(runners, 'package.json'))(
      '@action-validator/core',
    ) as Record<'validateAction' | 'validateWorkflow', (text: string) => { readonly errors: readonly unknown[] }>;
    assert.equal(validateAction(readFileSync(join(root, 'action.yml'), 'utf8')).errors, []);
    assert.equal(validateWorkflow(readPageFile('.github/workflows/specs.yaml')).errors, []);
    assert.is.not(validateAction('runs: { using: composite }').errors.length, 0, 'it does look');
  });

test.run();
