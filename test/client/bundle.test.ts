import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';

const test = suite('bundles');

const generated = fileURLToPath(new URL('../../packages/client/src/generated', import.meta.url));

/** Bundles a program as a user would, ES modules first, and says what of each file is left. */
async function bundle(program: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: program, resolveDir: generated, loader: 'ts' },
    bundle: true,
    write: false,
    minify: true,
    metafile: true,
    platform: 'node',
    format: 'esm',
    conditions: ['@shapegate/source', 'module'],
    mainFields: ['module', 'main'],
    external: ['@aws-sdk/credential-provider-node'],
  });
  const text = outputFiles[0]?.text ?? '';
  const left = (file: string) => {
    const inputs = Object.values(metafile.outputs)[0]?.inputs ?? {};
    const found = Object.entries(inputs).find(([path]) => path.endsWith(`client/src/generated/${file}`));
    return found?.[1].bytesInOutput ?? 0;
  };
  return { text, left };
}

test('a bundle with one command keeps only that command and what it needs', async () => {
  const one = await bundle(
    `import { BedrockClient, GetImportedModelCommand } from './index.ts';
     console.log(new BedrockClient({}).send(new GetImportedModelCommand({ modelIdentifier: process.argv[2] ?? '' })));`,
  );
  const all = await bundle(
    `import { BedrockClient, commands } from './index.ts'; console.log(BedrockClient, commands);`,
  );
  const size = (text: string) =>
    `${(text.length / 1024).toFixed(1)} KB, ${(gzipSync(text).length / 1024).toFixed(1)} KB compressed`;
  console.log(`one command: ${size(one.text)}; schemas ${one.left('schemas.ts')} of ${all.left('schemas.ts')} bytes`);
  assert.match(one.text, /GetImportedModelResponse/);
  for (const name of ['CreateModelImportJobRequest', 'ListModelImportJobsRequest', 'VpcConfig', 'TagList']) {
    assert.not.match(one.text, new RegExp(name));
  }
  assert.ok(one.left('schemas.ts') < all.left('schemas.ts') / 2);
  assert.is(one.left('paginators.ts'), 0);
});

test('a program that only names a type bundles nothing', async () => {
  const { left } = await bundle(`import type { BedrockClient } from './index.ts'; export type Client = BedrockClient;`);
  for (const file of ['client.ts', 'commands.ts', 'schemas.ts', 'errors.ts', 'endpoint.ts']) assert.is(left(file), 0);
});

test.run();
