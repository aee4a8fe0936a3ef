import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder, run } from './run-shapegate.ts';

const model = `$version: "2"
namespace acme.parcels

@aws.protocols#restJson1
service Parcels { version: "2026-01-01", operations: [SendParcel] }

@http(method: "POST", uri: "/parcels")
operation SendParcel { input := { @required reference: Reference } }

@length(min: 3, max: 20)
string Reference
`;

test('generate writes, --check compares, a refused model writes nothing', () => {
  const folder = makeFolder({
    'model/parcels.smithy': model,
    'shapegate.yaml': 'root: true\ngenerate: [{ model: ["model/*.smithy"], emit: [types, schema], out: made }]\n',
  });
  const generate = (...args: string[]) => run(['generate', ...args], { cwd: folder.path });
  try {
    const missing = generate('--check');
    assert.is(missing.status, 1, missing.stderr);
    assert.not.ok(existsSync(join(folder.path, 'made')));
    const made = generate();
    assert.is(made.status, 0, made.stderr);
    assert.match(made.stdout, /^wrote made\//m);
    assert.is(generate('--check').status, 0);
    const types = join(folder.path, 'made/types.ts');
    const changed = `${readFileSync(types, 'utf8')}// stale\n`;
    writeFileSync(types, changed);
    const stale = generate('--check');
    assert.is(stale.status, 1);
    assert.match(stale.stdout, /^-\/\/ stale/m);
    assert.is(readFileSync(types, 'utf8'), changed);
    writeFileSync(
      join(folder.path, 'model/parcels.smithy'),
      model.replace('reference: Reference', 'reference: Referense'),
    );
    const refused = generate();
    assert.is(refused.status, 1, refused.stderr + refused.stdout);
    assert.match(refused.stderr, /model\/parcels\.smithy:\d+:\d+/);
    assert.is(readFileSync(types, 'utf8'), changed);
  } finally {
    folder.remove();
  }
});

test('generate from the command line, or from nothing', () => {
  const folder = makeFolder({ 'parcels.smithy': model, 'shapegate.yaml': 'root: true\n' });
  const generate = (...args: string[]) => run(['generate', ...args], { cwd: folder.path });
  try {
    const made = generate('--model', 'parcels.smithy', '--emit', 'types,builder', '--emit', 'schema', '--out', 'made');
    assert.is(made.status, 0, made.stderr);
    assert.is(generate().status, 2);
    assert.match(generate('--model', 'parcels.smithy', '--emit', 'tpyes', '--out', 'x').stderr, /--emit has `tpyes`/);
    assert.is(generate('--model', 'nowhere.smithy', '--emit', 'types', '--out', 'x').status, 2);
  } finally {
    folder.remove();
  }
});

test('lint and schema take a model of their own, from the command line or the configuration', () => {
  const folder = makeFolder({
    'model/parcels.smithy': model,
    'good.yaml': 'reference: mug-1\n',
    'bad.yaml': 'operation: SendParcel\ninput: { reference: a }\n',
    'configured/shapegate.yaml':
      'root: true\ntargets: [{ files: ["*.yaml"], operation: SendParcel, model: "../model/parcels.smithy" }]\n',
    'configured/bad.yaml': 'reference: a\n',
  });
  const rules = (cwd: string, ...args: string[]) =>
    (
      JSON.parse(run(['lint', '--format=json', ...args], { cwd: join(folder.path, cwd) }).stdout) as {
        files: { findings: { rule: string }[] }[];
      }
    ).files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  try {
    const own = ['--model', 'model', '--operation', 'SendParcel'];
    assert.equal(rules('', ...own, 'good.yaml'), []);
    assert.equal(rules('', ...own, 'bad.yaml'), ['shape/length']);
    assert.equal(rules('configured', 'bad.yaml'), ['shape/length']);
    const schema = run(['schema', 'SendParcel', '--model', 'model/parcels.smithy', '--draft', '7'], {
      cwd: folder.path,
    });
    assert.is((JSON.parse(schema.stdout) as { $schema: string }).$schema, 'http://json-schema.org/draft-07/schema#');
    assert.is(run(['lint', 'good.yaml', '--model', 'nowhere'], { cwd: folder.path }).status, 2);
  } finally {
    folder.remove();
  }
});

test.run();
