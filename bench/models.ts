// How long each shared model takes to load (assemble) and to check, against `JSON.parse` of its text: medians, each round in a process of its own with cold code, since that is how a model is read. It measures the built package in plain node (`read-model.mjs`), which is what users load: build first. `node --import tsx bench/models.ts [rounds] [part of a name]`
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median, run, tellGoal } from './measure.ts';

const folder = fileURLToPath(new URL('../../shared/models/', import.meta.url));
/** The model that has a goal. */
const large = /^sagemaker-\d/;

/** Milliseconds, and MiB at most. */
interface Reading {
  readonly parse: number;
  readonly load: number;
  readonly check: number;
  readonly peak: number;
}

const script = fileURLToPath(new URL('read-model.mjs', import.meta.url));
const built = fileURLToPath(new URL('../generator/dist/models.js', import.meta.url));

/** Each task in a process of its own: one leaves garbage for the other to collect. */
function readOnce(file: string): Reading {
  const tell = (task: string): object =>
    JSON.parse(run({ name: `${task} ${file}`, args: [script, task, join(folder, file)], cwd: folder }).stdout);
  return { ...tell('parse'), ...tell('read') } as Reading;
}

function measureAll(rounds: number, part: string): void {
  const found = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  if (found.length === 0) console.log('skip: the shared models are not beside this repository');
  const show = (value: string | number): string =>
    String(typeof value === 'number' ? Math.round(value) : value).padStart(8);
  console.log(`${['KB', 'parse', 'load', 'check', 'both', 'MiB'].map(show).join('')}  medians of ${rounds}, ms`);
  for (const file of found.filter((name) => name.includes(part)).sort()) {
    const rounded = Array.from({ length: rounds }, () => readOnce(file));
    const pick = (key: keyof Reading): number => median(rounded.map((round) => round[key]));
    const both = median(rounded.map(({ load, check }) => load + check));
    const [parse, peak] = [pick('parse'), pick('peak')];
    const columns = [statSync(join(folder, file)).size / 1024, parse, pick('load'), pick('check'), both, peak];
    console.log(`${columns.map(show).join('')}  ${file}`);
    if (!large.test(file)) continue;
    tellGoal('load and check', both, Math.round(1.5 * parse + 300), ' ms');
    tellGoal('peak memory', peak, 400, ' MiB');
  }
}

const [rounds = '9', part = ''] = process.argv.slice(2);
if (existsSync(built)) measureAll(Number(rounds), part);
else {
  console.error('the packages are not built: run `npm run build`');
  process.exitCode = 2;
}
