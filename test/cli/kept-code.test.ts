import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { environment, goodSpec, makeFolder } from './run-shapegate.ts';

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url));
const suffix = `.${process.version}-${process.platform}-${process.arch}.cache`;

test('code that V8 has compiled is kept for this release of Node alone', () => {
  const caches = readdirSync(join(cli, 'dist')).filter((name) => name.endsWith('.cache'));
  assert.equal(
    caches.sort(),
    ['main.cjs', 'policies.cjs', 'policy-language.cjs'].map((name) => name + suffix),
  );
});

test('without kept code, and with a damaged one, the answer is the same', () => {
  const copy = makeFolder({ 'a.yaml': goodSpec() });
  try {
    for (const name of ['bin', 'dist', 'package.json'])
      cpSync(join(cli, name), join(copy.path, 'cli', name), { recursive: true });
    symlinkSync(join(cli, '../../node_modules'), join(copy.path, 'node_modules'));
    const lint = () =>
      spawnSync(process.execPath, [join(copy.path, 'cli/bin/shapegate.cjs'), 'lint', 'a.yaml'], {
        cwd: copy.path,
        env: environment,
        encoding: 'utf8',
      });
    const cache = join(copy.path, 'cli/dist', `main.cjs${suffix}`);
    assert.ok(existsSync(cache));
    const kept = lint();
    assert.is(kept.status, 0, kept.stderr);
    renameSync(cache, cache.replace(process.version, 'v20.0.0'));
    assert.is(lint().stdout, kept.stdout, 'that of another release');
    writeFileSync(cache, 'not what V8 wrote');
    assert.is(lint().stdout, kept.stdout, 'a damaged one');
  } finally {
    copy.remove();
  }
});

test.run();
