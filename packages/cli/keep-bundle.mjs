// Writes the bundle that is committed: a clone lints with it, without an install and without a build. Hooks and the action run it.
//
// What was refused: hooks that build (an install script), hooks that install the workspace (39 s against 1 s, 250 MB),
// and hooks that fetch the package from a registry (a second version to pin). The price is 2 MB in a checkout, some
// 230 kB of history each time it is made anew, and conflicts, which `npm run bundle` settles.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { collectLicences, readLicences, writeLicences } from './third-party.mjs';

const built = new URL('dist/', import.meta.url);
const kept = new URL('generated/', import.meta.url);

/** Bundles that are written otherwise, or that no hook needs: who submits installs the package. */
const left = ['network.cjs', 'generator.cjs'];

/** A statement that says what a clone cannot do, as the command tells its own problems. */
function refuse(what) {
  return `throw Object.assign(new Error('this copy of shapegate ${what}'), { name: 'ToolProblem', help: 'Run \`npm install --save-dev shapegate\`.' });`;
}

/** Reads the policy vocabulary where a clone has it, and does without ts-morph, which is ten times the size of all the rest. */
const fitGenerator = {
  name: 'fit-generator',
  setup({ onLoad }) {
    onLoad({ filter: /generator[\\/]src[\\/]emit[\\/]print\.ts$/ }, () => ({
      contents: `export class TypeScriptPrinter { constructor() { ${refuse('writes no TypeScript')} } }`,
    }));
    onLoad({ filter: /generator[\\/]src[\\/]model-files\.ts$/ }, ({ path }) => {
      const [before, after, ...more] = readFileSync(path, 'utf8').split("'../../model/shapegate'");
      if (after === undefined || more.length > 0) throw new Error('the vocabulary is looked for in another way');
      return { contents: `${before}'../../../model/shapegate'${after}`, loader: 'ts' };
    });
  },
};

/** The generator without what prints TypeScript: enough for teams' own models. */
async function bundleGenerator(licences) {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['generator/src/index.ts'],
    write: false,
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    format: 'cjs',
    conditions: ['@shapegate/source'],
    plugins: [fitGenerator, collectLicences(licences)],
    metafile: true,
    banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
    define: { 'import.meta.url': 'bundleUrl' },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return outputFiles[0].text;
}

/** Every file of the folder with its text: no date, no version, no path of this machine. */
async function makeFiles() {
  const names = readdirSync(built).filter((name) => name.endsWith('.cjs') && !left.includes(name));
  const texts = names.map((name) => [
    name,
    // The generator is installed beside the package, and here it stands beside the bundle.
    readFileSync(new URL(name, built), 'utf8').replaceAll(/"@shapegate\/generator(?:\/models)?"/g, '"./generator.cjs"'),
  ]);
  const licences = readLicences(readFileSync(new URL('LICENSES.txt', built), 'utf8'));
  const all = [
    ...texts,
    ['generator.cjs', await bundleGenerator(licences)],
    ['network.cjs', `${refuse('has no commands that talk to a service')}\n`],
  ];
  const header = '// Made by packages/cli/keep-bundle.mjs from packages/cli/src and what it imports. Do not edit.\n';
  const files = new Map(all.map(([name, text]) => [name, header + text]));
  return files.set('LICENSES.txt', writeLicences(licences));
}

const files = await makeFiles();
const old = existsSync(kept) ? readdirSync(kept) : [];
const read = (name) => (old.includes(name) ? readFileSync(new URL(name, kept), 'utf8') : null);
const stale = [...new Set([...files.keys(), ...old])].filter((name) => read(name) !== (files.get(name) ?? null)).sort();

if (process.argv.includes('--check')) {
  for (const name of stale) console.error(`packages/cli/generated/${name} is not what the build makes`);
  if (stale.length > 0) console.error('Run `npm run bundle`.');
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(kept, { recursive: true });
  for (const name of stale)
    if (files.has(name)) writeFileSync(new URL(name, kept), files.get(name));
    else rmSync(new URL(name, kept), { recursive: true });
  for (const name of stale) console.log(`${files.has(name) ? 'wrote' : 'removed'} packages/cli/generated/${name}`);
}
