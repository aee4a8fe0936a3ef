import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { ToolProblem } from '../tool-problem.ts';

/** The `index`th of `count` parts, from 1. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** Reads `2/5`. Throws ToolProblem for anything else. */
export function readShard(text: string): Shard {
  const [, index = 0, count = 0] = (/^(\d{1,5})\/(\d{1,5})$/.exec(text) ?? []).map(Number);
  if (index >= 1 && index <= count) return { index, count };
  throw new ToolProblem(`--shard is \`${text}\`, expected a part and their number, such as \`2/5\``);
}

/** FNV-1a over UTF-8, then mixed, so that any number of parts gets a fair share. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

function findRoot(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/**
 * Makes a test of whether a file is in a part. Only its path from the repository's root decides, or from the folder where
 * that is in none: a file stays in its part whatever else comes and goes.
 */
export function createShardTest({ index, count }: Shard, folder: string): (file: string) => boolean {
  const root = findRoot(folder);
  return (file) => hashText(relative(root, file).replaceAll(sep, '/')) % count === index - 1;
}
