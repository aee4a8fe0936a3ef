import { join } from 'node:path';
import { digest, measureCacheFile, readCacheFile, writeCacheFile } from './cache/cache-file.ts';
import { type Describe, SpecCache } from './cache/spec-cache.ts';
import { findCacheFolder } from './cache-folder.ts';
import { describeFailure } from './disk.ts';

/** Put in by the bundler: what this build of the tool is called, unlike any other. */
declare const SHAPEGATE_BUILD: string;

/** To be changed with the form of the lines. */
const form = 2;
/** Bytes: a larger cache takes longer to read than a run of few specs takes to lint them. */
const bytesForSpec = 4096;
const bytesForRun = 64 * 1024;

/** What `--cache` remembers for the runs that say the same in the same working directory. */
export interface OpenCache {
  /** Null where this run does without. */
  readonly specs: SpecCache | null;
  /** Why it cannot be used; null where nothing stands in the way. */
  readonly problem: string | null;
  /** Tells why the next run will not have it; null where it will. */
  save(folders: readonly string[]): string | null;
}

/**
 * Opens the cache in the user's cache folder. What cannot be read there is as if it were not there.
 * @param says what the command line says of specs
 * @param count how many specs the run has
 */
export function openCache(says: unknown, count: number, describe: Describe): OpenCache {
  const folder = findCacheFolder();
  if (typeof SHAPEGATE_BUILD !== 'string' || folder === null)
    return { specs: null, problem: 'there is no cache folder of the user outside of repositories', save: () => null };
  const path = join(folder, `lint-${digest(JSON.stringify([process.cwd(), says])).slice(0, 22)}`);
  if (measureCacheFile(path) > bytesForRun + count * bytesForSpec)
    return { specs: null, problem: null, save: () => null };
  const maker = `${SHAPEGATE_BUILD} ${form} ${process.version}`;
  const specs = createCache(readCacheFile(path, maker), describe);
  const save = (folders: readonly string[]): string | null => {
    const lines = specs.writeLines(folders);
    if (lines === null) return null;
    try {
      writeCacheFile(path, maker, lines);
      return null;
    } catch (error) {
      return `\`${folder}\` cannot be written: ${describeFailure(error)}`;
    }
  };
  return { specs, problem: null, save };
}

function createCache(lines: readonly string[], describe: Describe): SpecCache {
  try {
    return new SpecCache(lines, describe);
  } catch {
    return new SpecCache([], describe);
  }
}
