import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './hook-source.ts';

/** The folder whose `node_modules` has the runners of hooks, apart from the workspace: nobody else has to install them. */
export const runners = join(root, 'test/hooks/runners');

/** Installs what the lock file of the runners names, once for each state of it; false where that cannot be done. */
export function installRunners(): boolean {
  const stamp = join(runners, 'node_modules/.stamp');
  const lock = createHash('sha256')
    .update(readFileSync(join(runners, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return true;
  const args = ['ci', '--ignore-scripts', '--prefer-offline', '--no-audit', '--no-fund'];
  const { status } = spawnSync('npm', args, { cwd: runners });
  if (status === 0) writeFileSync(stamp, lock);
  return status === 0;
}
