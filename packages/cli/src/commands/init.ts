import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { describeFailure } from '../disk.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { makeFirstFiles } from './jobs/first-files.ts';

/** `shapegate init`: writes a configuration, an example spec and policy, a hook and settings for editors; asks nothing and overwrites nothing. */
export async function init(): Promise<number> {
  // A second configuration beside the first would hold in its place.
  const configured = ['shapegate.yml', 'shapegate.json'].find((name) => existsSync(name));
  for (const [name, text] of Object.entries(makeFirstFiles())) {
    if (name === 'shapegate.yaml' && configured !== undefined) {
      write(1, `kept     ${configured}\n`);
      continue;
    }
    try {
      mkdirSync(dirname(resolve(name)), { recursive: true });
      // Fails where anything stands there, a link that leads nowhere included.
      writeFileSync(name, text, { flag: 'wx' });
      write(1, `wrote    ${name}\n`);
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere || !existsSync(name))
        throw new ToolProblem(`cannot write \`${name}\`: ${describeFailure(error)}`, 'Check its permissions.');
      write(1, `kept     ${name}\n`);
    }
  }
  write(2, 'Try `npx shapegate lint`; `npx shapegate explain imports/example.yaml` tells what holds for a file.\n');
  return 0;
}
