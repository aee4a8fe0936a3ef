import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

const folder = fileURLToPath(new URL('../../packages/validator/src/policy/language', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

test('no text becomes code or a regular expression of the engine', () => {
  const forbidden =
    /\beval\s*\(|\bFunction\s*\(|\bnew RegExp\b|\bRegExp\s*\(|\bimport\s*\(|\.constructor\b|\bfor \(const \w+ in\b/;
  const wrong = sources.filter((file) => forbidden.test(readFileSync(join(folder, file), 'utf8')));
  assert.equal(wrong, []);
});

test('it bundles for a browser', async () => {
  const { outputFiles } = await build({
    entryPoints: ['parse.ts', 'check.ts', 'compile.ts', 'evaluate.ts', 'shape-type.ts'].map((file) =>
      join(folder, file),
    ),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    outdir: 'out',
  });
  for (const { text } of outputFiles) assert.not.match(text, /\brequire\(|\bprocess\.|\bBuffer\b|["']node:/);
});

test.run();
