// How long `shapegate lint` takes for many specs, one in twenty wrong, with its rules and a policy, against ajv-cli, which has neither and tells no places.
// `node --import tsx bench/throughput.ts [yaml|json] [pairs] [specs]`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countWrong, makeFolder, writeCorpus } from './corpus.ts';
import { type Command, compare, findPeer, printSchema, run, shapegate, tellGoal, tellUsage } from './measure.ts';

const goals = { yaml: 0.8, json: 0.55 };
const format = process.argv[2] === 'json' ? 'json' : 'yaml';
const pairs = Number(process.argv[3] ?? 9);
const count = Number(process.argv[4] ?? 10_000);

const ajv = findPeer('ajv-cli/dist/index.js');
const folder = makeFolder(format);
const corpus = join(folder, 'corpus');
mkdirSync(corpus);
writeCorpus(corpus, count, format);
const schema = join(folder, 'schema.json');
writeFileSync(schema, printSchema(folder));

const lint: Command = { name: 'shapegate lint', args: [shapegate, 'lint', 'specs'], cwd: corpus, status: 1 };
const options = ['--spec=draft7', '--strict=false', '-s', schema, '-d', `specs/*/*.${format}`];
const peer: Command = { name: 'ajv validate', args: [ajv, 'validate', ...options], cwd: corpus, status: 1 };

const wrong = countWrong(count);
const said = run(peer).stderr.match(/ invalid$/gm)?.length;
if (said !== wrong) throw new Error(`ajv finds ${said} wrong specs, expected ${wrong}`);
const answer = JSON.parse(run({ ...lint, args: [...lint.args, '--format', 'json'] }).stdout);
const found = answer.files.filter(({ findings }: { findings: readonly unknown[] }) => findings.length > 0).length;
if (found !== wrong) throw new Error(`shapegate finds ${found} wrong specs, expected ${wrong}`);

const { one, other, wall, cpu } = compare(lint, peer, pairs);
console.log(`${count} specs, ${format}, ${pairs} pairs`);
tellUsage(peer.name, other);
tellUsage(lint.name, one);
tellGoal('wall over ajv-cli', wall, goals[format]);
console.log(`${'cpu over ajv-cli'.padEnd(30)}${cpu.toFixed(2).padStart(16)}`);
tellGoal('peak memory', one.peak, 120, ' MiB');
