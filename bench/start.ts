// How long `shapegate lint one.yaml` takes against bare node: medians of interleaved pairs. `node --import tsx bench/start.ts [pairs]`
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const shapegate = fileURLToPath(new URL('../packages/cli/bin/shapegate.cjs', import.meta.url));
const pairs = Number(process.argv[2] ?? 31);
const goal = 2;

const env: NodeJS.ProcessEnv = Object.assign({}, process.env);
// Reading a bundle of certificates costs node as much as a lint.
delete env.NODE_EXTRA_CA_CERTS;

/** Milliseconds of one run, from spawn to exit. */
function time(args: readonly string[]): number {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
  const milliseconds = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return milliseconds;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

const bare = ['-e', '0'];
const lint = [shapegate, 'lint', 'examples/01-lint-a-spec/nightly.yaml'];
const measured = Array.from({ length: pairs }, (_, pair) => {
  // Who goes first alternates, so that neither profits from what the other has left in the caches.
  const first = pair % 2 === 0 ? time(bare) : Number.NaN;
  const second = time(lint);
  const node = pair % 2 === 0 ? first : time(bare);
  return { node, second, ratio: second / node };
});

const ratio = median(measured.map((pair) => pair.ratio));
const show = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`;
console.log(`node -e 0        ${show(median(measured.map(({ node }) => node)))}`);
console.log(`shapegate lint   ${show(median(measured.map(({ second }) => second)))}`);
console.log(`ratio            ${ratio.toFixed(2)} (goal: at most ${goal})`);
process.exitCode = ratio <= goal ? 0 : 1;
