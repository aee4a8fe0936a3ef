import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'uvu';
import type { Engine } from './engine.ts';
import { runIn } from './engine.ts';
import { addEngineTests } from './engine-tests.ts';
import { installTool } from './engine-tool.ts';

interface RunFile {
  readonly tasks: readonly { readonly taskId: string; readonly cacheStatus: string }[];
}

const nx: Engine = {
  name: 'Nx',
  inputsOfAll: ['.gitignore'],
  run(example, tasks, surroundings) {
    const own = join(example.path, '.git/own');
    const settings = {
      NX_DAEMON: 'false',
      NX_ISOLATE_PLUGINS: 'false',
      NX_NO_CLOUD: 'true',
      NX_TUI: 'false',
      NX_CACHE_DIRECTORY: join(own, 'nx'),
      NX_WORKSPACE_DATA_DIRECTORY: join(own, 'nx-data'),
      NX_NATIVE_FILE_CACHE_DIRECTORY: join(own, 'nx-native'),
    };
    const args = ['run-many', '--targets', ...tasks, '--output-style=static', '--nx-bail=false'];
    const { status, output } = runIn(example, 'nx', args, settings, surroundings);
    const run: RunFile = JSON.parse(readFileSync(join(own, 'nx/run.json'), 'utf8'));
    const pick = (isWanted: (status: string) => boolean) =>
      run.tasks
        .filter(({ cacheStatus }) => isWanted(cacheStatus))
        .map(({ taskId }) => taskId.replace('@acme/', '').replace(':', ' '))
        .sort();
    const isHit = (word: string) => word.endsWith('cache-hit');
    return { status, output, hits: pick(isHit), misses: pick((word) => !isHit(word)) };
  },
};

const tool = installTool('nx');
if (tool !== null) addEngineTests(nx, tool);

test.run();
