// What `--cache` saves: `shapegate lint` of 10,000 YAML specs without it and with a warm one, in pairs. `node --import tsx bench/cache.ts [pairs] [specs]`
import { makeFolder, writeCorpus } from './corpus.ts';
import { type Command, compare, run, shapegate, tellGoal, tellUsage } from './measure.ts';

const pairs = Number(process.argv[2] ?? 9);
const count = Number(process.argv[3] ?? 10_000);

const folder = makeFolder('cached');
writeCorpus(folder, count, 'yaml');
const cold: Command = { name: 'without', args: [shapegate, 'lint', 'specs'], cwd: folder, status: 1 };
const warm: Command = { ...cold, name: 'warm', args: [...cold.args, '--cache'] };
if (run(cold).stdout !== run(warm).stdout || run(cold).stdout !== run(warm).stdout)
  throw new Error('the cache changes the answer');

const { one, other, wall, cpu } = compare(warm, cold, pairs);
console.log(`${count} specs, ${pairs} pairs`);
tellUsage(cold.name, other);
tellUsage(warm.name, one);
tellGoal('warm over without', wall, 1);
console.log(`${'cpu'.padEnd(30)}${cpu.toFixed(2).padStart(16)}`);
