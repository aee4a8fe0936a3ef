import { mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { makeFolder, run } from '../cli/run-shapegate.ts';
import { copyExample } from './copied-example.ts';

test('a folder of links to files, without git, gives the same answer', () => {
  const example = copyExample(null);
  const sandbox = makeFolder();
  try {
    const link = (from: string, to: string) => {
      mkdirSync(dirname(join(sandbox.path, from)), { recursive: true });
      symlinkSync(join(example.path, to), join(sandbox.path, from));
    };
    for (const file of example.git('ls-files', '-z').split('\0').filter(Boolean)) {
      link(file, file);
      const policy = file.split('packages/import-policy/')[1];
      if (policy !== undefined) link(`node_modules/@acme/import-policy/${policy}`, file);
    }
    for (const args of [
      ['lint', '--format=json'],
      ['lint', '--format=sarif'],
      ['policy', 'test', '--mutate', 'packages/imports/policy'],
    ]) {
      const [here, there] = [example.path, sandbox.path].map((cwd) => run(args, { cwd }));
      assert.is(there?.status, 0, there?.stderr);
      assert.is(there?.stdout, here?.stdout);
    }
    const check = run(['generate', '--check'], { cwd: join(sandbox.path, 'packages/api-evaluations') });
    assert.is(check.status, 0, check.stderr);
  } finally {
    example.remove();
    sandbox.remove();
  }
});

test.run();
