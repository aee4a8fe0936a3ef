import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GenerateTarget, generate, jsonSchemaFor, loadApi } from '@shapegate/generator';
import { lintText } from '@shapegate/validator';
import { load } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateFiles } from '../../generator/src/pipeline.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const test = suite('generate');

/** The targets of the repository's own configuration. */
function readTargets(): GenerateTarget[] {
  return (load(readFileSync(join(root, 'shapegate.yaml'), 'utf8')) as { generate: GenerateTarget[] }).generate;
}

/** Runs in a folder that holds a copy of model/ and is removed afterwards. */
async function inCopy(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'shapegate-generate-'));
  try {
    cpSync(join(root, 'model'), join(folder, 'model'), { recursive: true });
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Replaces text in every file of a model; fails where it is not there. */
function edit(folder: string, from: string | RegExp, to: string): void {
  let found = false;
  for (const entry of readdirSync(join(folder, 'model'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path, 'utf8');
    const changed = text.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'g'), to);
    found ||= changed !== text;
    writeFileSync(path, changed);
  }
  assert.ok(found, `the model has no ${from}`);
}

const target: GenerateTarget = {
  model: ['model/**/*.smithy'],
  emit: ['types', 'builder', 'schema', 'validator'],
  out: 'out',
};
const spec = `jobName: nightly-2026-11-23
importedModelName: support-bot
roleArn: arn:aws:iam::111122223333:role/model-import
modelDataSource: { s3DataSource: { s3Uri: s3://acme-weights/support-bot/ } }
jobTags: [{ key: a, value: b }, { key: c, value: d }, { key: e, value: f }, { key: g, value: h }, { key: i, value: j }, { key: k, value: l }]
vpcConfig: { subnetIds: [subnet-0a1b2c3d, subnet-1a1b2c3d], securityGroupIds: [sg-0a1b2c3d, sg-0a1b2c3d] }
`;

/** The rules that speak when the spec is linted against the model in a folder. */
function lintWith(folder: string): string[] {
  const { api, problems } = loadApi(folder, ['model']);
  assert.equal(problems, []);
  assert.ok(api !== null);
  const options = { file: 'a.yaml', format: 'yaml', api, operation: 'CreateModelImportJob' } as const;
  return lintText(spec, options).findings.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

test('the committed files are what model/ makes', async () => {
  const check = process.env.UPDATE !== '1';
  const { problems, events, changes, diff } = await generate({ root, targets: readTargets(), check });
  assert.equal(problems, []);
  assert.equal(
    events.filter(({ severity }) => severity === 'error'),
    [],
  );
  const wrong = check ? changes.map(({ state, file }) => `${state} ${file}`) : [];
  assert.equal(wrong, [], diff.slice(0, 4000));
});

test('the same bytes on every run, whatever the order of the texts', async () => {
  const names = readdirSync(join(root, 'model'), { recursive: true }).map(String);
  const files = names.filter((name) => name.endsWith('.smithy')).map((name) => `model/${name.replaceAll('\\', '/')}`);
  const texts = files.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  const emit = ['types', 'builder', 'schema', 'validator'] as const;
  const first = await generateFiles(texts, emit);
  const second = await generateFiles(texts.toReversed(), emit);
  assert.equal(second.files, first.files);
  for (const { path, text } of first.files) {
    assert.not.match(text, /\r|\/work\/|\/home\/|\/tmp\//, path);
    if (path.endsWith('.ts')) assert.match(text, /^\/\/ Made by Shapegate \(emitter: [a-z ]+\)\. Do not edit/, path);
    if (path.endsWith('.ts')) assert.not.match(text, /\bany\b(?! )|from '\.[^']*\.ts'/, path);
  }
});

test('the model decides: the tag limit', () =>
  inCopy(async (folder) => {
    assert.not.ok(lintWith(folder).includes('tags/limit /jobTags'));
    edit(folder, 'limit: 50', 'limit: 5');
    assert.ok(lintWith(folder).includes('tags/limit /jobTags'));
  }));

test('the model decides: a dropped apply', () =>
  inCopy(async (folder) => {
    assert.ok(lintWith(folder).includes('vpc/duplicate /vpcConfig/securityGroupIds/1'), lintWith(folder).join());
    edit(folder, 'apply SecurityGroupIds @resourceIds(prefix: "sg")', '');
    assert.not.ok(lintWith(folder).some((finding) => finding.startsWith('vpc/duplicate')));
    await generate({ root: folder, targets: [target] });
    assert.not.match(readFileSync(join(folder, 'out/shape-table.ts'), 'utf8'), /resourceIds': \{ prefix: 'sg' \}/);
  }));

test('the model decides: a renamed member', () =>
  inCopy(async (folder) => {
    edit(folder, /(?<=\s)importedModelName: /, 'modelAlias: ');
    edit(folder, 'CreateModelImportJobRequest$importedModelName', 'CreateModelImportJobRequest$modelAlias');
    const { problems, events } = await generate({ root: folder, targets: [target] });
    assert.equal([...problems, ...events.filter(({ severity }) => severity === 'error')], []);
    for (const file of [
      'types.ts',
      'builder.ts',
      'shape-table.ts',
      'validators.ts',
      'schema/draft-07/CreateModelImportJob.schema.json',
    ])
      assert.match(readFileSync(join(folder, 'out', file), 'utf8'), /\bmodelAlias\b/, file);
    const schema = jsonSchemaFor(loadApi(folder, ['model']), 'CreateModelImportJob', { draft: '2020-12' });
    assert.match(JSON.stringify(schema?.required), /"modelAlias"/);
    assert.ok(lintWith(folder).some((finding) => finding.endsWith(' /modelAlias')));
  }));

test('check tells what is stale, missing and extra, with a diff; a run sets it right', () =>
  inCopy(async (folder) => {
    const options = { root: folder, targets: [target] };
    assert.ok((await generate(options)).changes.every(({ state }) => state === 'missing'));
    assert.equal((await generate({ ...options, check: true })).changes, []);
    const table = join(folder, 'out/shape-table.ts');
    const before = readFileSync(table, 'utf8');
    writeFileSync(table, before.replace('CreateModelImportJob', 'CreateJob'));
    rmSync(join(folder, 'out/api.ts'));
    writeFileSync(join(folder, 'out/old-table.ts'), before);
    writeFileSync(join(folder, 'out/commands.ts'), before.replace('emitter: shape table', 'emitter: client commands'));
    writeFileSync(join(folder, 'out/notes.ts'), 'export {};\n');
    const { changes, diff } = await generate({ ...options, check: true });
    assert.equal(
      changes.map(({ state, file }) => `${state} ${file}`),
      ['missing out/api.ts', 'extra out/old-table.ts', 'stale out/shape-table.ts'],
    );
    assert.match(diff, /^--- \/dev\/null\n\+\+\+ b\/out\/api\.ts\n/);
    assert.match(diff, /\n--- a\/out\/shape-table\.ts\n\+\+\+ b\/out\/shape-table\.ts\n@@ [^\n]* @@\n/);
    assert.not.ok(existsSync(join(folder, 'out/api.ts')), 'check has written');
    await generate(options);
    assert.equal((await generate({ ...options, check: true })).changes, []);
    assert.not.ok(existsSync(join(folder, 'out/old-table.ts')));
    assert.ok(existsSync(join(folder, 'out/commands.ts')), 'a file of another run is gone');
    assert.ok(existsSync(join(folder, 'out/notes.ts')), 'a file of the user is gone');
    assert.equal(readFileSync(table, 'utf8'), before);
    assert.not.ok(readdirSync(join(folder, 'out')).some((name) => name.endsWith('.tmp')));
  }));

test('in a folder called generated nothing else has a place, and nothing of the user is removed', () =>
  inCopy(async (folder) => {
    const options = { root: folder, targets: [{ ...target, emit: ['types'] as const, out: 'src/generated' }] };
    await generate(options);
    writeFileSync(join(folder, 'src/generated/notes.ts'), 'export {};\n');
    const { changes } = await generate({ ...options, check: true });
    assert.equal(
      changes.map(({ state, file }) => `${state} ${file}`),
      ['extra src/generated/notes.ts'],
    );
    assert.equal((await generate(options)).changes, []);
    assert.ok(existsSync(join(folder, 'src/generated/notes.ts')));
  }));

test('a refused model writes nothing, for any target, and says where it is wrong', () =>
  inCopy(async (folder) => {
    mkdirSync(join(folder, 'other'));
    writeFileSync(
      join(folder, 'other/jobs.smithy'),
      '$version: "2.0"\nnamespace acme.jobs\nstructure Job { name: Missing }\n',
    );
    const wrong: GenerateTarget = { model: ['other/*.smithy'], emit: ['types'], out: 'other-out' };
    const { events, changes } = await generate({ root: folder, targets: [target, wrong] });
    const errors = events.filter(({ severity }) => severity === 'error');
    assert.equal(
      errors.map(({ file, range }) => `${file}:${range.start.line}`),
      ['other/jobs.smithy:3'],
    );
    assert.equal(changes, []);
    assert.not.ok(existsSync(join(folder, 'out')));
  }));

test('an unknown operation, a glob without a file and a file in the way are told, and nothing is written', () =>
  inCopy(async (folder) => {
    const unknown = await generate({ root: folder, targets: [{ ...target, operations: ['CreateModelImportJobs'] }] });
    assert.equal(
      unknown.events.map(({ rule, help }) => `${rule} ${help}`),
      ['Operation did you mean `CreateModelImportJob`?'],
    );
    const nothing = await generate({ root: folder, targets: [{ ...target, model: ['api/*.smithy'] }] });
    assert.equal(nothing.problems, ['no model file matches api/*.smithy']);
    mkdirSync(join(folder, 'out'));
    writeFileSync(join(folder, 'out/types.ts'), 'export type Mine = string;\n');
    const inTheWay = await generate({ root: folder, targets: [target] });
    assert.equal(inTheWay.problems.length, 1);
    assert.match(inTheWay.problems[0] ?? '', /^out\/types\.ts was not generated/);
    assert.equal(readdirSync(join(folder, 'out')), ['types.ts']);
  }));

test('chosen operations bring only what they reach', () =>
  inCopy(async (folder) => {
    const { problems } = await generate({
      root: folder,
      targets: [{ ...target, operations: ['DeleteImportedModel'] }],
    });
    assert.equal(problems, []);
    const types = readFileSync(join(folder, 'out/types.ts'), 'utf8');
    assert.match(types, /DeleteImportedModelRequest/);
    assert.not.match(types, /CreateModelImportJobRequest/);
    assert.equal(readdirSync(join(folder, 'out/schema/draft-07')), [
      'DeleteImportedModel.document.schema.json',
      'DeleteImportedModel.schema.json',
    ]);
  }));

test.run();
