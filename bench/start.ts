// How long `shapegate lint one.yaml` takes against bare node: medians of interleaved pairs. `node --import tsx bench/start.ts [pairs]`
import { fileURLToPath } from 'node:url';
import { type Command, compare, shapegate, tellGoal, tellUsage } from './measure.ts';

const pairs = Number(process.argv[2] ?? 31);
const root = fileURLToPath(new URL('..', import.meta.url));

const bare: Command = { name: 'node -e 0', args: ['-e', '0'], cwd: root };
const lint: Command = {
  name: 'shapegate lint one.yaml',
  args: [shapegate, 'lint', 'examples/01-lint-a-spec/nightly.yaml'],
  cwd: root,
};
const { one, other, wall, cpu } = compare(lint, bare, pairs);
tellUsage(bare.name, other);
tellUsage(lint.name, one);
tellGoal('wall over bare node', wall, 1.5);
console.log(`${'cpu over bare node'.padEnd(30)}${cpu.toFixed(2).padStart(16)}`);
