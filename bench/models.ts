// How long each shared model takes to load (assemble) and to check, against `JSON.parse` of its text: medians, each round in a process of its own, since that is how a model is read. `node --conditions=@shapegate/source --import tsx bench/models.ts [rounds] [part of a name]`
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel } from '../generator/src/check/check-model.ts';
import { assembleModel } from '../generator/src/model/assemble.ts';
import { median, run, tellGoal } from './measure.ts';

const folder = fileURLToPath(new URL('../../shared/models/', import.meta.url));
/** The model that has a goal. */
const large = /^sagemaker-\d/;

interface Reading {
  /** Milliseconds. */
  readonly load: number;
  readonly check: number;
  /** MiB. */
  readonly peak: number;
}

/** What a process of its own does: one leaves garbage for the other to collect. */
const tasks = {
  parse(file: string): number {
    const text = readFileSync(join(folder, file), 'utf8');
    const started = performance.now();
    JSON.parse(text);
    return performance.now() - started;
  },
  read(file: string): Reading {
    const text = readFileSync(join(folder, file), 'utf8');
    const started = performance.now();
    const assembled = assembleModel([{ file, text }]);
    const loaded = performance.now();
    checkModel(assembled);
    const checked = performance.now();
    return { load: loaded - started, check: checked - loaded, peak: process.resourceUsage().maxRSS / 1024 };
  },
};

const script = fileURLToPath(import.meta.url);

function runApart<Task extends keyof typeof tasks>(task: Task, file: string): ReturnType<(typeof tasks)[Task]> {
  const args = ['--conditions=@shapegate/source', '--import', 'tsx', script, task, file];
  return JSON.parse(run({ name: `${task} ${file}`, args, cwd: process.cwd() }).stdout);
}

function measureAll(rounds: number, part: string): void {
  const found = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
  if (found.length === 0) console.log('skip: the shared models are not beside this repository');
  const show = (value: string | number): string =>
    String(typeof value === 'number' ? Math.round(value) : value).padStart(8);
  console.log(`${['KB', 'parse', 'load', 'check', 'both', 'MiB'].map(show).join('')}  medians of ${rounds}, ms`);
  for (const file of found.filter((name) => name.includes(part)).sort()) {
    const rounded = Array.from({ length: rounds }, () => ({
      parse: runApart('parse', file),
      ...runApart('read', file),
    }));
    const pick = (key: keyof (typeof rounded)[number]): number => median(rounded.map((round) => round[key]));
    const both = median(rounded.map(({ load, check }) => load + check));
    const [parse, peak] = [pick('parse'), pick('peak')];
    const columns = [statSync(join(folder, file)).size / 1024, parse, pick('load'), pick('check'), both, peak];
    console.log(`${columns.map(show).join('')}  ${file}`);
    if (!large.test(file)) continue;
    tellGoal('load and check', both, Math.round(1.5 * parse + 300), ' ms');
    tellGoal('peak memory', peak, 400, ' MiB');
  }
}

const [first = '', second = ''] = process.argv.slice(2);
if (first === 'parse' || first === 'read') console.log(JSON.stringify(tasks[first](second)));
else measureAll(Number(first || 9), second);
