import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CopiedExample } from './copied-example.ts';

/** A task of a package, such as `imports lint-specs`. */
export type Task = string;

/** What an engine did. */
export interface EngineRun {
  readonly status: number;
  readonly output: string;
  /** The tasks whose answer came from the cache, sorted. */
  readonly hits: readonly Task[];
  /** The tasks that were run, sorted. */
  readonly misses: readonly Task[];
}

/** What is different in a run from the one before. */
export interface Surroundings {
  /** The day on which it is, `YYYY-MM-DD`; the real one where it is left out. */
  readonly day?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** An engine with its cache in a folder of the test. */
export interface Engine {
  readonly name: string;
  /** Files at the root that this engine counts among the inputs of every task. */
  readonly inputsOfAll?: readonly string[];
  /** Runs tasks in all packages that have them, and shows what they print, from the cache too. */
  run(example: CopiedExample, tasks: readonly string[], surroundings?: Surroundings): EngineRun;
  /** Says what it would run, where that is faster than running it. */
  plan?(
    example: CopiedExample,
    tasks: readonly string[],
    surroundings?: Surroundings,
  ): Pick<EngineRun, 'hits' | 'misses'>;
}

/** Runs a command of the copied example, away from the set-up of this machine. */
export function runIn(
  example: CopiedExample,
  command: string,
  args: readonly string[],
  settings: NodeJS.ProcessEnv,
  { day, env = {} }: Surroundings = {},
): { status: number; output: string } {
  const own = join(example.path, '.git/own');
  mkdirSync(own, { recursive: true });
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: own,
    TMPDIR: own,
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
    npm_config_cache: join(own, 'npm'),
    ...settings,
    ...env,
  };
  if (day !== undefined) environment.NODE_OPTIONS = `--require=${writeClock(own, day)}`;
  const { status, stdout, stderr, error } = spawnSync(join(example.path, 'node_modules/.bin', command), args, {
    cwd: example.path,
    env: environment,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    timeout: 300_000,
  });
  return { status: status ?? 2, output: `${stdout}${stderr}${error?.message ?? ''}` };
}

/** A module that lets a Node process live on another day. */
function writeClock(folder: string, day: string): string {
  const file = join(folder, `${day}.cjs`);
  writeFileSync(
    file,
    `const shift = Date.parse('${day}T12:00:00Z') - Date.now();
globalThis.Date = class extends Date {
  constructor(...parts) {
    if (parts.length === 0) super(Date.now());
    else super(...parts);
  }
  static now() {
    return super.now() + shift;
  }
};
`,
  );
  return file;
}
