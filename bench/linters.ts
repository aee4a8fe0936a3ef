// How long `shapegate lint` takes for 1,000 YAML specs against ESLint with its YAML and JSON Schema plug-ins and against Spectral, each with the same schema.
// `node --import tsx bench/linters.ts [pairs] [specs] [eslint|spectral]`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { countWrong, makeFolder, writeCorpus } from './corpus.ts';
import { type Command, compare, findPeer, printSchema, run, shapegate, tellGoal, tellUsage } from './measure.ts';

const pairs = Number(process.argv[2] ?? 9);
const count = Number(process.argv[3] ?? 1000);
const only = process.argv[4];

const folder = join(makeFolder('linters'), 'corpus');
mkdirSync(folder);
writeCorpus(folder, count, 'yaml');
const schema = JSON.parse(printSchema(folder));

const load = (name: string): string => JSON.stringify(pathToFileURL(findPeer(name)).href);
writeFileSync(
  join(folder, 'eslint.config.mjs'),
  `import yaml from ${load('eslint-plugin-yml/lib/index.mjs')};
import * as parser from ${load('yaml-eslint-parser/lib/index.mjs')};
import schemas from ${load('eslint-plugin-json-schema-validator/lib/index.mjs')};

export default [
  {
    files: ['specs/**/*.yaml'],
    plugins: { yml: yaml, 'json-schema-validator': schemas },
    languageOptions: { parser },
    rules: {
      'json-schema-validator/no-invalid': [
        'error',
        { useSchemastoreCatalog: false, schemas: [{ fileMatch: ['**/*.yaml'], schema: ${JSON.stringify(schema)} }] },
      ],
    },
  },
];
`,
);
const rule = {
  given: '$',
  severity: 'error',
  // biome-ignore lint/suspicious/noThenProperty: the word is Spectral's
  then: { function: 'schema', functionOptions: { schema, allErrors: true } },
};
writeFileSync(join(folder, 'spectral.json'), JSON.stringify({ rules: { spec: rule } }));

const lint: Command = { name: 'shapegate lint', args: [shapegate, 'lint', 'specs'], cwd: folder, status: 1 };
const others: readonly (Command & { readonly goal: number })[] = [
  {
    name: 'eslint',
    args: [findPeer('eslint/bin/eslint.js'), '--format', 'json', 'specs'],
    cwd: folder,
    status: 1,
    goal: 10,
  },
  {
    name: 'spectral',
    args: [
      findPeer('@stoplight/spectral-cli/dist/index.js'),
      'lint',
      '-r',
      'spectral.json',
      '-f',
      'json',
      'specs/*/*.yaml',
    ],
    cwd: folder,
    status: 1,
    goal: 40,
  },
];

/** How many files an answer in JSON says something of; ESLint tells it by file, Spectral by finding. */
function countNamed(answer: string): number {
  const told: readonly {
    readonly filePath?: string;
    readonly source?: string;
    readonly messages?: readonly unknown[];
  }[] = JSON.parse(answer);
  return new Set(told.flatMap(({ filePath, source, messages }) => (messages?.length === 0 ? [] : [filePath ?? source])))
    .size;
}

const wrong = countWrong(count);
for (const peer of others.filter(({ name }) => only === undefined || name === only)) {
  const found = countNamed(run(peer).stdout);
  if (found !== wrong) throw new Error(`${peer.name} finds ${found} wrong specs, expected ${wrong}`);
  const { one, other, wall, cpu } = compare(lint, peer, pairs);
  console.log(`${count} specs, ${pairs} pairs`);
  tellUsage(peer.name, other);
  tellUsage(lint.name, one);
  tellGoal(`wall over ${peer.name}`, wall, 1 / peer.goal);
  console.log(`${'times as fast'.padEnd(30)}${(1 / wall).toFixed(1).padStart(16)}  ${(1 / cpu).toFixed(1)} by cpu`);
}
