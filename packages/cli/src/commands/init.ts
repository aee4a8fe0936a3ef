import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describeFailure, showPath } from '../disk.ts';
import { escapeLine } from '../format/escape.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { chooseHook } from './init/commit-hook.ts';
import { makeFirstFiles } from './jobs/first-files.ts';

/** The nearest folder upward from the working directory that has something of this name; null where there is none. */
function findUpward(name: string): string | null {
  for (let at = process.cwd(); ; at = dirname(at)) {
    if (existsSync(join(at, name))) return at;
    if (dirname(at) === at) return null;
  }
}

/** Writes a file unless something stands there, a link that leads nowhere included; true where it has. Throws ToolProblem. */
function writeNew(name: string, text: string): boolean {
  const shown = escapeLine(showPath(name));
  try {
    mkdirSync(dirname(resolve(name)), { recursive: true });
    writeFileSync(name, text, { flag: 'wx' });
    write(1, `wrote    ${shown}\n`);
    return true;
  } catch (error) {
    const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    if (!isThere || !existsSync(name))
      throw new ToolProblem(`cannot write \`${shown}\`: ${describeFailure(error)}`, 'Check its permissions.');
    write(1, `kept     ${shown}\n`);
    return false;
  }
}

function mentionsShapegate(file: string): boolean {
  try {
    return readFileSync(file, 'utf8').includes('shapegate');
  } catch {
    return false;
  }
}

/** Writes the hook, and tells what is left to do for it. */
function writeHook(holder: string | null): void {
  const root = findUpward('.git') ?? process.cwd();
  const { file, text, addition, next } = chooseHook(root, holder);
  const path = join(root, file);
  if (writeNew(path, text)) {
    if (next !== '') write(2, `${next}\n`);
  } else if (!mentionsShapegate(path))
    write(2, `To lint what is committed, add to ${escapeLine(showPath(path))}:\n\n${addition}\n`);
}

/** `shapegate init`: writes a configuration, an example spec and policy, a hook and settings for editors; asks nothing and overwrites nothing. */
export async function init(): Promise<number> {
  // A second configuration beside the first would hold in its place.
  const configured = ['shapegate.yml', 'shapegate.json'].find((name) => existsSync(name));
  const holder = findUpward('node_modules/shapegate');
  for (const [name, text] of Object.entries(makeFirstFiles(holder)))
    if (name === 'shapegate.yaml' && configured !== undefined) write(1, `kept     ${configured}\n`);
    else writeNew(name, text);
  writeHook(holder);
  if (holder === null)
    write(2, 'Hooks and editors look for the package here: `npm install --save-dev shapegate` installs it.\n');
  write(2, 'Try `npx shapegate lint`; `npx shapegate explain imports/example.yaml` tells what holds for a file.\n');
  return 0;
}
