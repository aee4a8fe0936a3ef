import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isOurs, makeCacheFolder } from './cache-folder.ts';
import { nameTemporary } from './temporary-file.ts';

/**
 * Reads a file of the user's cache folder; null where there is none, where it is larger, and where somebody else could have
 * written it. Throws where the system refuses.
 * @param mostBytes of what is read
 */
export function readPrivateFile(path: string, mostBytes: number): Buffer | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || stats.size > mostBytes || !isOurs(stats) || !isOurs(statSync(dirname(path)))) return null;
  return readFileSync(path);
}

/** Writes a file of the user's cache folder whole, in the place of an older one: of two runs at once the later wins. Throws where it cannot be written. */
export function writePrivateFile(path: string, data: string | Uint8Array): void {
  const folder = dirname(path);
  makeCacheFolder(folder);
  if (!isOurs(statSync(folder))) throw new Error('others may write there');
  const temporary = nameTemporary(path);
  try {
    writeFileSync(temporary, data, { flag: 'wx', mode: 0o600 });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
