import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type GitFolder, makeRepository } from '../cli/git-folder.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** What a clone of this repository holds of what hooks need: nothing that is built, and nothing that is installed. */
export const hookFiles: readonly string[] = [
  '.pre-commit-hooks.yaml',
  'action.yml',
  'package.json',
  ...(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { files: string[] }).files,
];

/** A repository with one commit of the given files and folders of this one, as they are now. */
export function makeHookSource(files: readonly string[] = hookFiles): GitFolder {
  const folder = makeRepository();
  for (const name of files) cpSync(join(root, name), join(folder.path, name), { recursive: true });
  folder.commit();
  return folder;
}
