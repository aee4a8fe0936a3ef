// Bundles the command line: what `lint` needs in one file, what talks to a service in another, the rest in a third.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** One bundle loads another when it is needed, and the generator from where it is installed. */
const loadLazily = {
  name: 'load-lazily',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:commands|network)\.ts$/ }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: path.replace('.ts', '.cjs'), external: true } : undefined,
    );
  },
};

/** Of js-yaml only the parser is used; marked as free of effects, its schemas and its writer fall away. */
const shakeYaml = {
  name: 'shake-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      return {
        contents: text.replaceAll(
          /^(var \w+ = )((?:define\w+Tag|new Schema)\(|\w+_SCHEMA\.withTags\()/gm,
          '$1/* @__PURE__ */ $2',
        ),
      };
    });
  },
};

const shared = {
  absWorkingDir: here,
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  conditions: ['@shapegate/source'],
  external: ['@shapegate/generator'],
  plugins: [loadLazily, shakeYaml],
  minify: !process.argv.includes('--plain'),
  // A spread gives each object a shape of its own on Node 20, and js-yaml's parser state is one.
  supported: { 'object-rest-spread': false },
  define: { SHAPEGATE_VERSION: JSON.stringify(version), 'import.meta.url': 'bundleUrl' },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

const { metafile } = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  // The same parser without what makes a `require` for ESM, which costs as much as a lint.
  alias: { 'yargs-parser': 'yargs-parser/browser' },
});
await build({
  ...shared,
  entryPoints: ['src/commands.ts', 'src/network.ts'],
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
});

rmSync(new URL('dist/schema', import.meta.url), { recursive: true, force: true });
cpSync(new URL('../validator/src/generated/schema', import.meta.url), new URL('dist/schema', import.meta.url), {
  recursive: true,
});

const { inputs, imports } = metafile.outputs['dist/main.cjs'];
if (process.argv.includes('--sizes'))
  for (const [file, { bytesInOutput }] of Object.entries(inputs).sort(
    ([, a], [, b]) => b.bytesInOutput - a.bytesInOutput,
  ))
    console.log(String(bytesInOutput).padStart(7), file);

// What `lint` loads decides how fast it starts; of ajv-formats it is the one table of formats.
const heavy = [
  ...Object.keys(inputs).filter((file) => /node_modules\/(?!js-yaml|yargs-parser|ajv-formats)/.test(file)),
  ...imports
    .filter(
      ({ path, kind }) => kind === 'require-call' && !/^(?:node:)?(?:fs|path)$/.test(path) && !path.endsWith('.cjs'),
    )
    .map(({ path }) => path),
];
if (heavy.length > 0) throw new Error(`main.cjs must do without ${heavy.join(', ')}`);
