import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, goodSpec, makeFolder } from '../cli/run-shapegate.ts';
import { makeHookSource, root } from './hook-source.ts';

const kept = join(root, 'packages/cli/generated');

test('the committed bundle is what the build makes', () => {
  const { status, stderr } = spawnSync(process.execPath, ['packages/cli/keep-bundle.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.is(status, 0, stderr);
});

test('it names its source, and no place of the machine that made it', () => {
  for (const name of readdirSync(kept)) {
    const text = readFileSync(join(kept, name), 'utf8');
    if (name !== 'LICENSES.txt') assert.match(text, /^\/\/ Made by packages\/cli\/keep-bundle\.mjs from /);
    assert.not.ok(text.includes(root), name);
  }
});

test('the licences of what is bundled are handed on with it', () => {
  for (const file of [join(kept, 'LICENSES.txt'), join(root, 'packages/cli/dist/LICENSES.txt')]) {
    const text = readFileSync(file, 'utf8');
    for (const name of ['ajv-formats', 'js-yaml', 'yargs', '@smithy/core'])
      assert.match(text, new RegExp(`^=== (.* )?${name}( |$)`, 'm'), file);
    assert.match(text, 'Permission is hereby granted, free of charge');
  }
});

test('a clone works as it is: nothing installed, nothing built', () => {
  const clone = makeHookSource();
  const folder = makeFolder({
    'shapegate.yaml':
      'root: true\nmodels: ["parcel.smithy"]\ntargets: [{ files: ["*.yaml"], operation: SendParcel }]\n',
    'parcel.smithy': `$version: "2"
namespace acme.parcel
use shapegate#tags
service Parcels { version: "1", operations: [SendParcel] }
operation SendParcel { input := { @required to: String } }
`,
    'wrong.yaml': 'too: Ada\n',
    'nightly.json': JSON.stringify({ operation: 'CreateModelImportJob', input: {} }),
  });
  const run = (...args: string[]) =>
    spawnSync(join(clone.path, 'packages/cli/bin/shapegate.cjs'), args, {
      cwd: folder.path,
      env: environment,
      encoding: 'utf8',
    });
  try {
    assert.match(run('lint').stdout, 'error shape/unknown-member', "a team's own model");
    assert.match(run('lint', 'nightly.json').stdout, 'error shape/required', 'the shipped model');
    assert.is(run('lint', '--concurrency', '2').stdout, run('lint', '--concurrency', '1').stdout, 'in threads');
    assert.match(run('lint', '--format', 'sarif', 'wrong.yaml').stdout, '"ruleId"');
    assert.is(run('model', 'check', 'parcel.smithy').status, 0);
    assert.match(run('schema', 'CreateModelImportJob').stdout, '"$schema"');
    for (const refused of [
      ['submit', 'nightly.json'],
      ['generate', '--model', 'parcel.smithy', '--emit', 'types', '--out', 'made'],
    ]) {
      const { status, stderr } = run(...refused);
      assert.is(status, 2);
      assert.match(stderr, /^shapegate: this copy of shapegate .+\nRun `npm install --save-dev shapegate`\.\n$/);
    }
    const read = spawnSync(join(clone.path, 'packages/cli/bin/shapegate.cjs'), ['lint', '--stdin'], {
      cwd: clone.path,
      env: environment,
      input: goodSpec(),
    });
    assert.is(read.status, 0);
  } finally {
    clone.remove();
    folder.remove();
  }
});

test.run();
