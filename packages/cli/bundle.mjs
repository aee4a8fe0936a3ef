// Bundles the command line: what `lint` needs in one file, what talks to a service, what knows policies and what writes reports in others, the rest in one more.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { collectLicences, writeLicences } from './third-party.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8'));

/** One bundle loads another when it is needed, and the generator from where it is installed. */
const loadLazily = {
  name: 'load-lazily',
  setup({ onResolve }) {
    onResolve(
      { filter: /^\.\.?\/(?:run-command|cache|git-ignore|network|policies|policy-language|reports|selection)\.ts$/ },
      ({ path, kind }) =>
        kind === 'dynamic-import'
          ? { path: path.replace(/^\.*\/([\w-]+)\.ts$/, './$1.cjs'), external: true }
          : undefined,
    );
  },
};

/** The parts of js-yaml that make events; the others build expressions of kilobytes when they are loaded, for writing YAML. */
const yamlRegions = ['common/snippet', 'common/exception', 'parser/events', 'parser/parser_scalar', 'parser/parser'];
const yamlNames = [
  'CHOMPING_MODE',
  'COLLECTION_STYLE',
  'EVENT_ID',
  'SCALAR_STYLE',
  'YAMLException',
  'getScalarValue',
  'parseEvents',
];

/** How the parser begins its state: a spread, which gives each a shape of its own on Node 20 and triples the time. */
const yamlState = '...DEFAULT_PARSER_OPTIONS,\n\t\t...options,';

/** Takes the parser alone out of js-yaml, and writes its state out. */
const prepareYaml = {
  name: 'prepare-yaml',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml[\\/]dist[\\/]js-yaml\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const regions = yamlRegions.map((name) => {
        const start = text.indexOf(`//#region src/${name}.ts\n`);
        if (start === -1) throw new Error(`js-yaml has no part ${name} any more`);
        return text.slice(start, text.indexOf('//#endregion', start));
      });
      const parser = regions.join('');
      if (!parser.includes(yamlState)) throw new Error('js-yaml begins its state in another way');
      const contents = parser.replace(yamlState, "filename: '', maxDepth: options.maxDepth,");
      return { contents: `${contents}\nexport { ${yamlNames.join(', ')} };` };
    });
  },
};

/** Takes out of ajv-formats the two formats that are asked for: building the expressions of all takes a tenth of a start. */
const prepareFormats = {
  name: 'prepare-formats',
  setup({ onLoad }) {
    onLoad({ filter: /ajv-formats[\\/]dist[\\/]formats\.js$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      const [before, table = '', after = ''] = text.split(/^exports\.(?:fullFormats = \{|formatNames = Object.*)\n/m);
      const maker = before.slice(before.indexOf('function fmtDef('));
      const entries = ['date', '"date-time"'].map((name) => new RegExp(`^ *${name}: .*\\n`, 'm').exec(table)?.[0]);
      if (!maker.startsWith('function') || entries.includes(undefined) || after.includes('exports'))
        throw new Error('ajv-formats has its table in another way');
      return { contents: `${maker}export const fullFormats = {\n${entries.join('')}};\n${after}` };
    });
  },
};

/** Examples, as the formatter lays them out. */
const examples = /^ {2}(good|bad|examples): \[(?:.*\],\n|\n[\s\S]*?\n {2}\],\n)/gm;

/** Takes the examples out of what the pattern names: a run shows none, and would make a thousand objects of them each time. */
function dropExamples(filter, declares, count) {
  return {
    name: 'drop-examples',
    setup({ onLoad }) {
      onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!declares.test(text)) return { contents: text, loader: 'ts' };
        const contents = text.replaceAll(examples, '  $1: [],\n');
        if (contents.match(/^ {2}(?:good|bad|examples): \[\],$/gm)?.length !== count)
          throw new Error(`the examples of ${path} are laid out in another way`);
        return { contents, loader: 'ts' };
      });
    },
  };
}

const dropRuleExamples = dropExamples(
  /validator[\\/]src[\\/]rules[\\/][\w-]+[\\/][\w-]+\.ts$/,
  /^export const rule =/m,
  2,
);
const dropPolicyExamples = dropExamples(
  /policy[\\/](?:built-in|language[\\/]functions)[\\/][\w-]+\.ts$/,
  /^export const \w+: (?:BuiltIn|LanguageFunction) =/m,
  1,
);

const licences = new Map();

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
  plugins: [loadLazily, prepareYaml, prepareFormats, collectLicences(licences)],
  minify: !process.argv.includes('--plain'),
  define: { SHAPEGATE_VERSION: JSON.stringify(version), 'import.meta.url': 'bundleUrl' },
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
};

// They are of the bundles before: V8 tells these apart by their length alone.
const dist = new URL('dist/', import.meta.url);
for (const name of existsSync(dist) ? readdirSync(dist) : [])
  if (name.endsWith('.cache')) rmSync(new URL(name, dist), { force: true });

const { metafile } = await build({
  ...shared,
  entryPoints: ['src/main.ts'],
  plugins: [...shared.plugins, dropRuleExamples],
  // The same parser without what makes a `require` for ESM, which costs as much as a lint.
  alias: { 'yargs-parser': 'yargs-parser/browser' },
});
/** Writes every character of strings and patterns in ASCII: V8 keeps such a text in half the memory, and reads it in less time. */
function writeInAscii(text) {
  return text.replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

// The entry hands an import over: see bin/shapegate.cjs.
const main = new URL('dist/main.cjs', import.meta.url);
writeFileSync(main, writeInAscii(readFileSync(main, 'utf8')).replaceAll(/\bimport\(/g, 'importModule('));
await build({
  ...shared,
  entryPoints: ['src/policies.ts', 'src/policy-language.ts'],
  plugins: [...shared.plugins, dropPolicyExamples],
  define: { ...shared.define, SHAPEGATE_BUILD: '"shapegate-build"' },
  // The entry loads the one, and a bundle beside it requires it: both can hand a `require` over.
  supported: { 'dynamic-import': false },
});
const [policies, language] = ['policies.cjs', 'policy-language.cjs'].map((name) => {
  const file = new URL(`dist/${name}`, import.meta.url);
  const text = writeInAscii(readFileSync(file, 'utf8'));
  writeFileSync(file, text);
  return { file, text };
});
// What is remembered between runs is good for this very code.
const buildName = createHash('sha256')
  .update(readFileSync(main))
  .update(language.text)
  .update(policies.text)
  .digest('hex');
const define = { ...shared.define, SHAPEGATE_BUILD: JSON.stringify(buildName) };
writeFileSync(policies.file, policies.text.replace('shapegate-build', buildName));
await build({ ...shared, entryPoints: ['src/cache.ts'], define });
await build({
  ...shared,
  entryPoints: ['src/run-command.ts', 'src/network.ts', 'src/selection.ts'],
  banner: { js: "const bundleUrl=require('node:url').pathToFileURL(__filename).href;" },
});

await build({ ...shared, entryPoints: ['src/format/reports.ts'] });
await build({ ...shared, entryPoints: ['src/selection/git-ignore.ts'] });

writeFileSync(new URL('dist/LICENSES.txt', import.meta.url), writeLicences(licences));

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

// What `lint` loads decides how fast it starts; of ajv-formats it is two of its formats.
const heavy = [
  ...Object.keys(inputs).filter((file) => /node_modules\/(?!js-yaml|yargs-parser|ajv-formats)/.test(file)),
  ...imports
    .filter(
      ({ path, kind }) => kind === 'require-call' && !/^(?:node:)?(?:fs|path)$/.test(path) && !path.endsWith('.cjs'),
    )
    .map(({ path }) => path),
];
if (heavy.length > 0) throw new Error(`main.cjs must do without ${heavy.join(', ')}`);

// What V8 has compiled when it has linted a good and a wrong spec, for the next start under the same V8.
const warmUp = `operation: CreateModelImportJob
region: eu-central-1
account: "111122223333"
input:
  jobName: warm-up-2026-11-23
  importedModelName: warm_up.1
  roleArn: arn:aws:iam::111122223333:role/warm-up
  modelDataSource: { s3DataSource: { s3Uri: "s3://acme-weights/warm-up/" } }
  vpcConfig:
    subnetIds: [subnet-0a1b2c3d]
    securityGroupIds:
      - sg-0a1b2c3d
  jobTags: [{ key: team, value: nlp }]
`;
const warmUpPolicy = fileURLToPath(new URL('warm-up-policy.yaml', import.meta.url));
// A cache of its own: what this policy has passed before must not keep the code that tests it from being kept.
const cache = mkdtempSync(join(tmpdir(), 'shapegate-build-'));
// The first run reads and tests the policy, the second remembers it.
for (let run = 0; run < 2; run++) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('bin/shapegate.cjs', import.meta.url)), 'lint', '--stdin', '--policy', warmUpPolicy],
    { env: { ...process.env, SHAPEGATE_KEEP_CODE: '1', XDG_CACHE_HOME: cache }, input: warmUp },
  );
  if (status !== 1) throw new Error(`the bundle does not lint: ${stderr}`);
}
rmSync(cache, { recursive: true, force: true });
