import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { makeFolder } from './corpus.ts';

/** The built command. */
export const shapegate = fileURLToPath(new URL('../packages/cli/bin/shapegate.cjs', import.meta.url));
const usageAtExit = fileURLToPath(new URL('usage-at-exit.cjs', import.meta.url));
const peers = fileURLToPath(new URL('peers/node_modules/', import.meta.url));

/** A command that node runs. */
export interface Command {
  readonly name: string;
  /** The script and its arguments, or options of node. */
  readonly args: readonly string[];
  readonly cwd: string;
  /** What it ends with; 0 where this is left out. */
  readonly status?: number;
}

/** What a run took: milliseconds from spawn to exit and of processor time in all threads, and the most memory in MiB. */
export interface Usage {
  readonly wall: number;
  readonly cpu: number;
  readonly peak: number;
}

const env: NodeJS.ProcessEnv = Object.assign({}, process.env, { XDG_CACHE_HOME: makeFolder('cache') });
// Reading a bundle of certificates costs node as much as a lint.
delete env.NODE_EXTRA_CA_CERTS;

/** The script of a peer; the run ends here, with a word on how to install it, where it is not there. */
export function findPeer(script: string): string {
  const path = peers + script;
  if (existsSync(path)) return path;
  console.error('the peers are not installed: run `npm ci` in bench/peers');
  process.exit(2);
}

/** Runs a command once and gives what it printed. Throws where it ends otherwise than it should. */
export function run(
  { name, args, cwd, status = 0 }: Command,
  options: readonly string[] = [],
): SpawnSyncReturns<string> {
  const ended = spawnSync(process.execPath, [...options, ...args], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    maxBuffer: 2 ** 30,
  });
  if (ended.status !== status) throw new Error(`${name} ended with ${ended.status}: ${ended.stderr.slice(0, 2000)}`);
  return ended;
}

/** The JSON Schema of the requests of a corpus, in the draft that every peer knows. */
export function printSchema(cwd: string): string {
  const args = [shapegate, 'schema', 'CreateModelImportJob', '--draft', '7'];
  return run({ name: 'schema', args, cwd }).stdout;
}

/** Runs a command once and measures it. */
export function measure(command: Command): Usage {
  const started = process.hrtime.bigint();
  const { output } = run(command, ['--require', usageAtExit]);
  const wall = Number(process.hrtime.bigint() - started) / 1e6;
  const { cpu, peak } = JSON.parse(output[3] ?? '') as Omit<Usage, 'wall'>;
  return { wall, cpu, peak };
}

/** The middle one; of an even number the upper of the two in the middle. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

/** Medians of pairs of runs, who goes first alternating, and the medians of the ratios and differences in each pair. */
export interface Comparison {
  readonly one: Usage;
  readonly other: Usage;
  /** Of the one to the other. */
  readonly wall: number;
  readonly cpu: number;
  /** What the one takes more than the other, in milliseconds. */
  readonly added: Omit<Usage, 'peak'>;
}

/** Of each figure the median. */
export function medianUsage(usages: readonly Usage[]): Usage {
  const pick = (key: keyof Usage): number => median(usages.map((usage) => usage[key]));
  return { wall: pick('wall'), cpu: pick('cpu'), peak: pick('peak') };
}

/** Compares two commands in pairs, after a run of each that is not counted. */
export function compare(one: Command, other: Command, pairs: number): Comparison {
  measure(one);
  measure(other);
  const measured = Array.from({ length: pairs }, (_, pair) => {
    const first = measure(pair % 2 === 0 ? one : other);
    const second = measure(pair % 2 === 0 ? other : one);
    return pair % 2 === 0 ? { one: first, other: second } : { one: second, other: first };
  });
  return {
    one: medianUsage(measured.map((pair) => pair.one)),
    other: medianUsage(measured.map((pair) => pair.other)),
    wall: median(measured.map((pair) => pair.one.wall / pair.other.wall)),
    cpu: median(measured.map((pair) => pair.one.cpu / pair.other.cpu)),
    added: {
      wall: median(measured.map((pair) => pair.one.wall - pair.other.wall)),
      cpu: median(measured.map((pair) => pair.one.cpu - pair.other.cpu)),
    },
  };
}

/** One line about a command. */
export function tellUsage(name: string, { wall, cpu, peak }: Usage): void {
  const columns = [`${wall.toFixed(1)} ms`, `${cpu.toFixed(1)} ms cpu`, `${peak.toFixed(0)} MiB`];
  console.log(`${name.padEnd(30)}${columns.map((column) => column.padStart(16)).join('')}`);
}

/** One line about a goal, and the exit status where it is missed. */
export function tellGoal(name: string, value: number, goal: number, unit = ''): void {
  const isMet = value <= goal;
  if (!isMet) process.exitCode = 1;
  console.log(
    `${name.padEnd(30)}${`${value.toFixed(2)}${unit}`.padStart(16)}  goal: at most ${goal}${unit}${isMet ? '' : ', missed'}`,
  );
}
