import { hash } from 'node:crypto';
import { readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findStats } from '../disk.ts';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';

/** Bytes; a cache that has grown beyond this is begun anew. */
const mostBytes = 256 * 1024 * 1024;
/** Milliseconds after which nobody asks for a cache any more: a month. */
const longestLife = 30 * 24 * 60 * 60 * 1000;

/** SHA-256 in few characters. */
export function digest(data: string | Uint8Array): string {
  return hash('sha256', data, 'base64url');
}

function writeHeader(maker: string, body: string | Uint8Array): string {
  return `shapegate lint cache ${maker} ${digest(body)}\n`;
}

/** Bytes of the file; 0 where there is none. */
export function measureCacheFile(path: string): number {
  return findStats(path)?.size ?? 0;
}

/**
 * Reads the lines of a cache. None where there is no such file, where something else has made it, where a byte of it is not as
 * it was written, and where somebody else could have written it.
 * @param maker what has to have made it
 */
export function readCacheFile(path: string, maker: string): readonly string[] {
  try {
    const bytes = readPrivateFile(path, mostBytes);
    if (bytes === null) return [];
    const end = bytes.indexOf(10) + 1;
    const body = bytes.subarray(end);
    return bytes.toString('latin1', 0, end) === writeHeader(maker, body) ? body.toString().split('\n') : [];
  } catch {
    return [];
  }
}

/** Writes a cache whole, in the place of an older one: of two runs at once the later wins. Throws where it cannot be written. */
export function writeCacheFile(path: string, maker: string, lines: readonly string[]): void {
  const body = lines.join('\n');
  if (body.length > mostBytes) return;
  writePrivateFile(path, writeHeader(maker, body) + body);
  dropOld(dirname(path), basename(path));
}

/** Takes away caches of runs that nobody makes any more. */
function dropOld(folder: string, kept: string): void {
  for (const name of readdirSync(folder)) {
    if (name === kept || !/^lint-[\w-]{22}$/.test(name)) continue;
    const path = join(folder, name);
    // Another run may take it away as well.
    if (Date.now() - (findStats(path)?.mtimeMs ?? Date.now()) > longestLife) rmSync(path, { force: true });
  }
}
