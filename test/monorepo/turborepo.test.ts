import { join } from 'node:path';
import { test } from 'uvu';
import type { CopiedExample } from './copied-example.ts';
import { type Engine, runIn, type Surroundings, type Task } from './engine.ts';
import { addEngineTests } from './engine-tests.ts';
import { installTool } from './engine-tool.ts';

interface Plan {
  readonly tasks: readonly {
    readonly package: string;
    readonly task: string;
    readonly command: string;
    readonly cache: { readonly status: 'HIT' | 'MISS' };
  }[];
}

function runTurbo(example: CopiedExample, tasks: readonly string[], option: string, surroundings: Surroundings = {}) {
  const settings = {
    TURBO_CACHE_DIR: join(example.path, '.git/own/turbo'),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    SPECS_DAY: surroundings.day ?? '2026-11-23',
  };
  return runIn(example, 'turbo', ['run', ...tasks, '--no-update-notifier', option], settings, surroundings);
}

function split(seen: readonly { readonly task: Task; readonly isHit: boolean }[]): { hits: Task[]; misses: Task[] } {
  const pick = (wanted: boolean) =>
    seen
      .filter(({ isHit }) => isHit === wanted)
      .map(({ task }) => task)
      .sort();
  return { hits: pick(true), misses: pick(false) };
}

const turborepo: Engine = {
  name: 'Turborepo',
  run(example, tasks, surroundings) {
    const { status, output } = runTurbo(example, tasks, '--continue', surroundings);
    const lines = output.matchAll(/^@acme\/([\w-]+):([\w-]+): cache (hit|miss)/gm);
    return {
      status,
      output,
      ...split([...lines].map(([, name, task, word]) => ({ task: `${name} ${task}`, isHit: word === 'hit' }))),
    };
  },
  plan(example, tasks, surroundings) {
    const { output } = runTurbo(example, tasks, '--dry=json', surroundings);
    const plan: Plan = JSON.parse(output.slice(output.indexOf('{')));
    return split(
      plan.tasks
        .filter(({ command }) => command !== '<NONEXISTENT>')
        .map((each) => ({
          task: `${each.package.replace('@acme/', '')} ${each.task}`,
          isHit: each.cache.status === 'HIT',
        })),
    );
  },
};

const tool = installTool('turbo');
if (tool !== null) addEngineTests(turborepo, tool);

test.run();
