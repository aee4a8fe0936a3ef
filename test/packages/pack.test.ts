import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const root = fileURLToPath(new URL('../..', import.meta.url));
const packages = ['packages/validator', 'generator', 'packages/client', 'packages/emulator', 'packages/cli'];
const folder = mkdtempSync(join(tmpdir(), 'shapegate-pack-'));
const consumer = join(folder, 'consumer');
/** Only what every shell has: nothing of this repository may leak into the installed packages. */
const env: NodeJS.ProcessEnv = { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', NODE_NO_WARNINGS: '1' };

function run(command: string, args: readonly string[], cwd: string) {
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8', maxBuffer: 1 << 26 });
  return { status: result.status, stdout: result.stdout, all: `${result.stdout}${result.stderr}` };
}

test.after(() => rmSync(folder, { recursive: true, force: true }));

test('each package packs, with its own files and nothing else', () => {
  for (const name of packages) {
    const packed = run('npm', ['pack', '--json', '--pack-destination', folder], join(root, name));
    assert.is(packed.status, 0, packed.all);
    const { files } = JSON.parse(packed.stdout.slice(packed.stdout.indexOf('[')))[0] as { files: { path: string }[] };
    const paths = files.map(({ path }) => path);
    assert.ok(paths.length > 2, `${name} packs ${paths.join(', ')}`);
    assert.equal(
      paths.filter((path) => /(^|\/)(src|test|node_modules)\/|tsbuildinfo/.test(path)),
      [],
    );
  }
});

test('the tarballs install in an empty folder, without development dependencies or install scripts', () => {
  mkdirSync(consumer);
  const tarballs = readdirSync(folder).filter((file) => file.endsWith('.tgz'));
  assert.is(tarballs.length, packages.length);
  writeFileSync(join(consumer, 'package.json'), JSON.stringify({ name: 'consumer', private: true, type: 'module' }));
  const installed = run(
    'npm',
    [
      'install',
      '--ignore-scripts',
      '--omit=dev',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      ...tarballs.map((file) => join('..', file)),
    ],
    consumer,
  );
  assert.is(installed.status, 0, installed.all);
  for (const name of ['uvu', 'tsx', 'fast-check', 'esbuild'])
    assert.not.ok(readdirSync(join(consumer, 'node_modules')).includes(name), `${name} was installed`);
});

test('the command says its version and its help, and lints', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as { version: string };
  assert.is(run('npx', ['--no-install', 'shapegate', '--version'], consumer).stdout.trim(), version);
  const help = run('npx', ['--no-install', 'shapegate', '--help'], consumer);
  assert.is(help.status, 0);
  for (const command of [
    'lint',
    'explain',
    'rules',
    'generate',
    'schema',
    'plan',
    'submit',
    'jobs',
    'models',
    'emulator',
  ])
    assert.match(help.stdout, new RegExp(`\\b${command}\\b`));
  cpSync(join(root, 'examples/01-lint-a-spec'), join(consumer, 'specs'), { recursive: true });
  assert.is(run('npx', ['--no-install', 'shapegate', 'lint', 'specs/nightly.yaml'], consumer).status, 0);
  const wrong = run('npx', ['--no-install', 'shapegate', 'lint', 'specs/mistakes.yaml', '--format', 'json'], consumer);
  assert.is(wrong.status, 1);
  assert.ok((JSON.parse(wrong.stdout) as { summary: { errors: number } }).summary.errors > 3);
});

test('the installed command generates from a model, and finds the result fresh', () => {
  cpSync(join(root, 'examples/04-another-api/model'), join(consumer, 'model'), { recursive: true });
  const args = [
    '--no-install',
    'shapegate',
    'generate',
    '--model',
    'model/*.smithy',
    '--emit',
    'types,builder,schema,validator',
    '--out',
    'generated',
  ];
  const made = run('npx', args, consumer);
  assert.is(made.status, 0, made.all);
  const fresh = run('npx', [...args, '--check'], consumer);
  assert.is(fresh.status, 0, fresh.all);
});

test('a strict NodeNext consumer of each library compiles, and runs', () => {
  writeFileSync(
    join(consumer, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: {
        target: 'es2023',
        module: 'nodenext',
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noEmit: true,
        types: ['node'],
        typeRoots: [join(root, 'node_modules/@types')],
      },
      include: ['use.ts', 'generated/*.ts'],
    }),
  );
  writeFileSync(
    join(consumer, 'use.ts'),
    `import { BedrockClient, submit } from '@shapegate/client';
import { startEmulator } from '@shapegate/emulator';
import { generate } from '@shapegate/generator';
import { createGate } from '@shapegate/validator';
import { api, createModelImportJob, roleArn, s3Uri } from '@shapegate/validator/api';

export const used = { startEmulator, generate };
const gate = createGate(api, { target: { region: 'eu-central-1', account: '111122223333' } });
const checked = createModelImportJob()
  .jobName('support-bot-2026-11-23')
  .importedModelName('support-bot')
  .roleArn(roleArn({ account: '111122223333', name: 'model-import' }))
  .modelDataSource((source) => source.s3DataSource((s3) => s3.s3Uri(s3Uri({ bucket: 'acme-weights', key: 'support-bot/' }))))
  .check(gate);
if (checked.verdict === 'valid') {
  const { request } = checked;
  later(() => submit(new BedrockClient({ region: 'eu-central-1' }), request));
}
declare function later(value: unknown): void;
`,
  );
  const compiled = run(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', consumer], root);
  assert.is(compiled.status, 0, compiled.all);
  writeFileSync(
    join(consumer, 'use.mjs'),
    `import * as client from '@shapegate/client';
import * as emulator from '@shapegate/emulator';
import * as generator from '@shapegate/generator';
import { createGate } from '@shapegate/validator';
import { api } from '@shapegate/validator/api';
const verdict = createGate(api, {}).check('CreateModelImportJob', { jobName: 'a' }).verdict;
console.log([client, emulator, generator].every((entry) => Object.keys(entry).length > 0), verdict);
`,
  );
  const ran = run(process.execPath, ['use.mjs'], consumer);
  assert.is(ran.stdout.trim(), 'true invalid', ran.all);
});

test.run();
