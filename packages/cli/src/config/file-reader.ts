import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findStats, readBytes } from '../disk.ts';

/** A child of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

/** Where configuration, policies, waivers and baselines are read: the disk, or a revision of git. Paths are absolute. */
export interface FileReader {
  exists(path: string): boolean;
  isFolder(path: string): boolean;
  /** The bytes are good until the next call. Throws ToolProblem. */
  read(path: string): Uint8Array;
  /** Sorted by name; nothing where there is no such folder. */
  list(folder: string): readonly FolderEntry[];
  /** True where looking upward for configurations ends. */
  isRepositoryRoot(folder: string): boolean;
}

/** The nearest folder upward, itself included, that is the root of a repository; null where there is none. */
export function findRepositoryRoot(folder: string, reader: FileReader): string | null {
  for (let at = folder; ; at = dirname(at)) {
    if (reader.isRepositoryRoot(at)) return at;
    if (dirname(at) === at) return null;
  }
}

/** Reads what is on disk. */
export const diskReader: FileReader = {
  exists: existsSync,
  isFolder: (path) => findStats(path)?.isDirectory() === true,
  read: readBytes,
  list: (folder) =>
    findStats(folder)?.isDirectory() === true
      ? readdirSync(folder, { withFileTypes: true })
          .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1))
      : [],
  isRepositoryRoot: (folder) => existsSync(join(folder, '.git')),
};
