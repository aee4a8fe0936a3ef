// How long each shared model takes to load (assemble) and to check, against `JSON.parse` of its text; medians. `node --conditions=@shapegate/source --import tsx bench/models.ts [rounds] [part of a name]`
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModel } from '../generator/src/check/check-model.ts';
import { assembleModel } from '../generator/src/model/assemble.ts';
import { median } from './measure.ts';

const folder = fileURLToPath(new URL('../../shared/models/', import.meta.url));
const rounds = Number(process.argv[2] ?? 3);

function measure(work: () => void): number {
  const times = Array.from({ length: rounds }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
  return median(times);
}

const found = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];
const files = found.filter((file) => file.includes(process.argv[3] ?? ''));
if (found.length === 0) console.log('skip: the shared models are not beside this repository');
const show = (value: string | number): string =>
  String(typeof value === 'number' ? Math.round(value) : value).padStart(8);
console.log(
  `${['KB', 'parse', 'load', 'check', 'goal'].map(show).join('')}  ms; goal of load and check: 1.5 times parse and 300`,
);
for (const file of files.sort()) {
  const text = readFileSync(join(folder, file), 'utf8');
  const parse = measure(() => JSON.parse(text));
  const load = measure(() => assembleModel([{ file, text }]));
  const assembled = assembleModel([{ file, text }]);
  const check = measure(() => checkModel(assembled));
  const goal = 1.5 * parse + 300;
  console.log(
    `${[text.length / 1024, parse, load, check, goal].map(show).join('')}  ${file}${load + check > goal ? '  over' : ''}`,
  );
}
console.log(`peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
