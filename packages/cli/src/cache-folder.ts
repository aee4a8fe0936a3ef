import { existsSync, mkdirSync, type Stats } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The user's own cache folder; null where there is none, or where files of a repository may lie in it. */
export function findCacheFolder(): string | null {
  const { XDG_CACHE_HOME: stated, LOCALAPPDATA: local, HOME: home } = process.env;
  const found = stated || (process.platform === 'win32' ? local : home && join(home, '.cache'));
  if (found === undefined || !isAbsolute(found)) return null;
  const below = relative(process.cwd(), found);
  if (below === '' || (!isAbsolute(below) && below.split(sep)[0] !== '..')) return null;
  for (let at = found; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return null;
    if (dirname(at) === at) return join(found, 'shapegate');
  }
}

/** Makes the folder, and the user's cache folder that it is in; none above, which Node does without an end where the system forbids it. Throws where it cannot be made. */
export function makeCacheFolder(folder: string): void {
  for (const each of [dirname(folder), folder]) if (!existsSync(each)) mkdirSync(each, { mode: 0o700 });
}

/** Whether nobody else may write it. */
export function isOurs({ uid, mode }: Stats): boolean {
  return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
}
