import { load } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, run } from '../cli/run-shapegate.ts';
import { type CopiedExample, copyExample } from './copied-example.ts';

interface Workflow {
  readonly jobs: {
    readonly gate: {
      readonly strategy: { readonly matrix: { readonly shard: readonly number[] } };
      readonly steps: readonly { readonly with?: { readonly args?: string } }[];
    };
  };
}

interface Report {
  readonly files: readonly {
    readonly file: string;
    readonly documents: number;
    readonly findings: readonly unknown[];
  }[];
  readonly summary: { readonly documents: number };
}

/** The options that each job of the example's workflow gives to `shapegate lint`. */
function readJobs(example: CopiedExample): string[][] {
  const { gate } = (load(example.read('.github/workflows/shapegate.yaml')) as Workflow).jobs;
  const args = gate.steps.find((step) => step.with?.args !== undefined)?.with?.args ?? '';
  return gate.strategy.matrix.shard.map((shard) =>
    args
      .trim()
      .split('\n')
      .map((line) => line.trim().replace(/\$\{\{ matrix\.shard \}\}/, String(shard))),
  );
}

/** Specs of all packages, one in three with a mistake, and a waiver that has ended. */
function addSpecs(example: CopiedExample): void {
  const files: Record<string, string> = {};
  const [job, evaluation] = [
    'packages/imports/specs/sandbox/open-weights.yaml',
    'packages/api-evaluations/specs/support-bot.yaml',
  ];
  for (let index = 0; index < 60; index += 1) {
    const name = index % 3 === 0 ? `team ${index}` : `team-${index}`;
    const folder = index % 2 === 0 ? 'sandbox' : 'production';
    files[`packages/imports/specs/${folder}/${name}.yaml`] = example.read(job).replaceAll('open-weights-trial', name);
    files[`packages/api-evaluations/specs/${name}.yaml`] = example
      .read(evaluation)
      .replace('support-bot-nightly', name);
  }
  const waivers = example.read('packages/imports/waivers.yaml');
  const ended = waivers
    .slice(waivers.indexOf('  - rule'))
    .replace('open-weights', 'team-1')
    .replace(/\d{4}-/, '2020-');
  // What compares specs sees those of its part alone.
  example.edit('shapegate.yaml', 'rules:\n', 'rules:\n  cross/model-quota: off\n');
  example.write({ ...files, 'packages/imports/waivers.yaml': `${waivers}${ended}` });
  example.commit();
}

function lint(cwd: string, args: readonly string[]): { report: Report; status: number | null } {
  const { stdout, status } = run(['lint', '--format=json', ...args], { cwd, env: environment });
  return { report: JSON.parse(stdout), status };
}

/** Every file with all that is said of it, a line each; what several parts say of a file of waivers counts once. */
function joinFiles(reports: readonly Report[]): string[] {
  return [...new Set(reports.flatMap(({ files }) => files.map((file) => JSON.stringify(file))))].sort();
}

const listSpecs = ({ files }: Report) => files.map(({ file }) => file).filter((file) => file.includes('/specs/'));

const example = copyExample(null);
addSpecs(example);
test.after(() => example.remove());
const jobs = readJobs(example);

test('the parts that the jobs of the workflow lint are together the whole', () => {
  const whole = lint(example.path, ['--no-inline-suppressions']);
  assert.is(whole.status, 1);
  assert.is(listSpecs(whole.report).length, 125);
  assert.ok(jobs.length >= 2);
  const parts = jobs.map((args) => lint(example.path, args));
  assert.equal(joinFiles(parts.map(({ report }) => report)), joinFiles([whole.report]));
  const counts = parts.map(({ report }) => listSpecs(report).length);
  assert.equal(
    counts.reduce((sum, count) => sum + count),
    125,
    'each spec in one part',
  );
  for (const count of counts) assert.ok(count >= 125 / jobs.length / 2, `${counts}`);
  assert.is(Math.max(...parts.map(({ status }) => status ?? 2)), 1);
});

test('the parts are the same from any folder of the repository', () => {
  const folder = 'packages/imports';
  const [, shard = []] = jobs;
  const all = lint(example.path, shard).report.files.map(({ file }) => file);
  const below = lint(`${example.path}/${folder}`, shard).report.files.map(({ file }) => `${folder}/${file}`);
  assert.equal(
    below,
    all.filter((file) => file.startsWith(`${folder}/`)),
  );
});

test.run();
