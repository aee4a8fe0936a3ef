// Bundles the command line: what `lint` needs in one file, what talks to a service in another, the rest in a third.
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));
const bundles = ['main', 'commands', 'network'];

/** One bundle loads another when it is needed, and the generator from where it is installed. */
const loadLazily = {
  name: 'load-lazily',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(?:commands|network)\.ts$/, namespace: 'file' }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path: path.replace('.ts', '.cjs'), external: true } : undefined,
    );
  },
};

const result = await build({
  absWorkingDir: here,
  entryPoints: bundles.map((name) => `src/${name}.ts`),
  outdir: 'dist',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'cjs',
  conditions: ['@shapegate/source'],
  external: ['@shapegate/generator'],
  plugins: [loadLazily],
  minifyWhitespace: true,
  minifySyntax: true,
  // A spread gives each object a shape of its own on Node 20, and js-yaml's parser state is one.
  supported: { 'object-rest-spread': false },
  define: { SHAPEGATE_VERSION: JSON.stringify(version), 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});

if (process.argv.includes('--sizes'))
  for (const [file, { bytesInOutput }] of Object.entries(result.metafile.outputs['dist/main.cjs'].inputs)
    .sort(([, a], [, b]) => b.bytesInOutput - a.bytesInOutput)
    .slice(0, 25))
    console.log(bytesInOutput, file);

rmSync(new URL('dist/schema', import.meta.url), { recursive: true, force: true });
cpSync(new URL('../validator/src/generated/schema', import.meta.url), new URL('dist/schema', import.meta.url), {
  recursive: true,
});

// What `lint` loads decides how fast it starts; of ajv-formats it is the one table of formats.
const lean = Object.keys(result.metafile.outputs['dist/main.cjs'].inputs).filter((file) =>
  /node_modules\/(?!js-yaml|yargs-parser|ajv-formats)/.test(file),
);
if (lean.length > 0) throw new Error(`main.cjs must do without ${lean.join(', ')}`);
