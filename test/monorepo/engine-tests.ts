import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type CopiedExample, copyExample } from './copied-example.ts';
import type { Engine, EngineRun, Surroundings, Task } from './engine.ts';
import type { InstalledTool } from './engine-tool.ts';

const check = ['test-policies', 'lint-specs', 'check-generated'];

const policyTests = ['import-policy test-policies', 'imports test-policies'];
const specTasks = ['api-evaluations lint-specs', 'imports lint-specs'];
const all = ['api-evaluations check-generated', ...specTasks, ...policyTests].sort();

/** A change of one file, and the tasks whose answer it may change: those and no others must run again. */
interface Change {
  readonly what: string;
  readonly edit: (example: CopiedExample) => void;
  readonly misses: readonly Task[];
}

const addLine = (file: string, line = '# a remark') => {
  return (example: CopiedExample): void => example.write({ [file]: `${example.read(file)}${line}\n` });
};
const create = (file: string, text: string) => (example: CopiedExample) => example.write({ [file]: text });

const changes: readonly Change[] = [
  {
    what: 'a spec',
    edit: addLine('packages/imports/specs/sandbox/support-bot.yaml'),
    misses: ['imports lint-specs'],
  },
  {
    what: 'a new spec',
    edit: create('packages/api-evaluations/specs/next/new.yaml', ''),
    misses: ['api-evaluations lint-specs'],
  },
  {
    what: 'a configuration among the specs',
    edit: addLine('packages/imports/specs/production/shapegate.yaml'),
    misses: ['imports lint-specs'],
  },
  {
    what: 'the configuration of a package',
    edit: addLine('packages/imports/shapegate.yaml'),
    misses: ['imports lint-specs', 'imports test-policies'],
  },
  { what: 'the configuration of the root', edit: addLine('shapegate.yaml'), misses: all },
  {
    what: 'a policy of another package',
    edit: addLine('packages/import-policy/policy/network.yaml'),
    misses: ['imports lint-specs', ...policyTests],
  },
  {
    what: 'the list of the policies of another package',
    edit: (example) =>
      example.edit('packages/import-policy/package.json', './policy/*.yaml', './policy/{network,encryption}.yaml'),
    misses: ['imports lint-specs', ...policyTests],
  },
  {
    what: 'a policy of its own',
    edit: addLine('packages/imports/policy/production.yaml'),
    misses: ['imports lint-specs', 'imports test-policies'],
  },
  { what: 'the waivers', edit: addLine('packages/imports/waivers.yaml'), misses: ['imports lint-specs'] },
  {
    what: 'a baseline',
    edit: create('packages/imports/shapegate-baseline.json', '{}'),
    misses: ['imports lint-specs'],
  },
  { what: '.gitignore', edit: addLine('.gitignore', 'drafts/'), misses: specTasks },
  {
    what: 'what git ignores in a package',
    edit: create('packages/imports/.gitignore', 'drafts/\n'),
    misses: ['imports lint-specs'],
  },
  {
    what: 'a model',
    edit: addLine('packages/api-evaluations/model/evaluations.smithy', '// a remark'),
    misses: ['api-evaluations check-generated', 'api-evaluations lint-specs'],
  },
  {
    what: 'a model that only a target names',
    edit: addLine('packages/api-evaluations/next/threshold.smithy', '// a remark'),
    misses: ['api-evaluations lint-specs'],
  },
  {
    what: 'a generated file',
    edit: addLine('packages/api-evaluations/src/generated/types.ts', '// by hand'),
    misses: ['api-evaluations check-generated'],
  },
  { what: 'the version of Shapegate', edit: (example) => example.install('0.1.1'), misses: all },
];

/** A policy of the whole company, on which those for imports build. */
const regions = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: regions, version: 1 }
for: CreateModelImportJob
rules:
  - { id: company/regions, severity: error, uses: allowed-regions, with: { regions: [eu-central-1] } }
`;

/** Adds the tests of an engine to the suite of the file that calls it. */
export function addEngineTests(engine: Engine, tool: InstalledTool): void {
  const example = copyExample(tool);
  // Where an engine cannot say beforehand what it would do, each question costs a run: `npm test` asks the most important.
  const isLong = Boolean(process.env.SHAPEGATE_LONG);
  const isThorough = engine.plan !== undefined || isLong;
  const report = join(example.path, 'packages/imports/reports/specs.sarif');
  const expectTasks = ({ hits, misses }: Pick<EngineRun, 'hits' | 'misses'>, wanted: readonly Task[], why: string) => {
    assert.equal(misses, [...wanted].sort(), why);
    assert.equal(hits, all.filter((task) => !wanted.includes(task)).sort(), why);
  };
  const expectRun = (run: EngineRun, misses: readonly Task[], status: number): void => {
    expectTasks(run, misses, run.output);
    assert.is(run.status, status, run.output);
  };
  const expectText = ({ output }: EngineRun, pattern: RegExp) =>
    assert.ok(pattern.test(output), `${pattern}: ${output}`);
  test.after.each(() => example.restore());
  test.after(() => example.remove());

  test(`${engine.name}: the first run does everything and changes no file of the repository, the second nothing`, () => {
    const first = engine.run(example, check);
    expectRun(first, all, 0);
    expectText(first, /1 warning in 3 specs of 3 files; 1 suppressed/);
    assert.is(example.git('status', '--porcelain'), '');
    const written = readFileSync(report, 'utf8');
    rmSync(report);
    const second = engine.run(example, check);
    expectRun(second, [], 0);
    expectText(second, /1 warning in 3 specs of 3 files; 1 suppressed/);
    assert.is(readFileSync(report, 'utf8'), written, 'reports are there again');
  });

  test(`${engine.name}: a changed spec is linted anew, and an answer with findings is not kept`, () => {
    example.edit('packages/imports/specs/sandbox/support-bot.yaml', 'role/model-import', 'user/ada');
    for (let times = 0; times < (isThorough ? 2 : 1); times += 1) {
      const changed = engine.run(example, check);
      expectRun(changed, ['imports lint-specs'], 1);
      expectText(changed, /specs\/sandbox\/support-bot\.yaml:3:10 error arn\/resource/);
    }
  });

  test(`${engine.name}: what is no input changes nothing, and what was good before is known again`, () => {
    example.write({ 'packages/imports/README.md': 'Nobody reads this but people.\n' });
    example.edit('packages/api-evaluations/src/start-evaluation.ts', 'support-bot', 'translator');
    expectRun(engine.run(example, check), [], 0);
  });

  test(`${engine.name}: a policy that another package makes stricter holds in the next run`, () => {
    example.edit('packages/import-policy/policy/network.yaml', 'severity: warning', 'severity: error');
    const stricter = engine.run(example, check);
    expectRun(stricter, ['imports lint-specs', ...policyTests], 1);
    expectText(stricter, /specs\/sandbox\/support-bot\.yaml:9:14 error acme\/two-subnets/);
  });

  test(`${engine.name}: a waiver ends on its day, although no file has changed`, () => {
    const last = /expires: (\S+)/.exec(example.read('packages/imports/waivers.yaml'))?.[1] ?? '';
    const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
    if (isThorough) expectRun(engine.run(example, check, { day: last }), specTasks, 0);
    const ended = engine.run(example, check, { day: next });
    expectRun(ended, specTasks, 1);
    expectText(ended, /waivers\.yaml:\d+:\d+ error waiver\/expired/);
  });

  test(`${engine.name}: a changed model makes generated files stale, and what was generated is kept`, () => {
    const file = 'packages/api-evaluations/src/generated/types.ts';
    example.edit('packages/api-evaluations/model/evaluations.smithy', 'What people call it.', 'A short name.');
    const stale = engine.run(example, check);
    expectRun(stale, ['api-evaluations check-generated', 'api-evaluations lint-specs'], 1);
    expectText(stale, /run `shapegate generate`/);
    if (!isThorough) return;
    const made = engine.run(example, ['generate']);
    assert.equal(made.misses, ['api-evaluations generate'], made.output);
    const written = example.read(file);
    assert.match(written, /A short name\./);
    // What is committed may count as an input although it is the output: an engine then has to see each state once.
    for (const isKnown of [false, true]) {
      rmSync(join(example.path, file));
      const again = engine.run(example, ['generate']);
      assert.is(example.read(file), written, again.output);
      if (isKnown) assert.equal(again.hits, ['api-evaluations generate'], again.output);
    }
    expectRun(engine.run(example, check), ['api-evaluations check-generated'], 0);
  });

  const ask = (surroundings: Surroundings = {}): Pick<EngineRun, 'hits' | 'misses'> =>
    engine.plan === undefined ? engine.run(example, check, surroundings) : engine.plan(example, check, surroundings);

  if (isThorough)
    test(`${engine.name}: where CI has checked the repository out is an input of reports with paths from there`, () => {
      for (const name of ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'])
        expectTasks(ask({ env: { [name]: example.path } }), specTasks, name);
      if (!isLong) return;
      engine.run(example, check, { env: { GITHUB_WORKSPACE: example.path } });
      assert.match(readFileSync(report, 'utf8'), '"packages/imports/specs/sandbox/support-bot.yaml"');
      expectRun(engine.run(example, check), [], 0);
      assert.match(readFileSync(report, 'utf8'), '"specs/sandbox/support-bot.yaml"');
    });

  for (const { what, edit, misses } of changes.filter((_, index) => isThorough || index === changes.length - 1))
    test(`${engine.name}: ${what} is an input`, () => {
      edit(example);
      expectTasks(ask(), engine.inputsOfAll?.includes(what) ? all : misses, what);
    });

  if (isLong)
    test(`${engine.name}: a policy on which the policies of another package build is an input`, () => {
      const folder = 'packages/company-policy';
      const spec = 'packages/imports/specs/sandbox/support-bot.yaml';
      example.write({
        [`${folder}/package.json`]: example
          .read('packages/import-policy/package.json')
          .replaceAll('import-', 'company-'),
        [`${folder}/policy/regions.yaml`]: regions,
        'packages/import-policy/package.json': example
          .read('packages/import-policy/package.json')
          .replace('"scripts"', '"devDependencies": { "@acme/company-policy": "1.0.0" },\n  "scripts"'),
      });
      example.edit(
        'packages/import-policy/policy/network.yaml',
        '\nrules:',
        '\nextends: ["@acme/company-policy"]\nrules:',
      );
      example.install();
      const before = engine.run(example, check);
      assert.is(before.status, 0, before.output);
      assert.ok(example.read(spec).includes('eu-central-1'));
      example.edit(`${folder}/policy/regions.yaml`, 'eu-central-1', 'eu-west-1');
      const after = engine.run(example, check);
      assert.equal(
        after.misses.filter((task) => task.startsWith('api-')),
        [],
        after.output,
      );
      assert.is(after.status, 1);
      expectText(after, /support-bot\.yaml:1:1 error company\/regions/);
    });
}
