import { closeSync, lstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { ToolProblem } from './tool-problem.ts';

/** A byte more than any reader takes, so that what is too large is seen to be. */
const readLimit = 10 * 1024 * 1024 + 1;
let shared = new Uint8Array(64 * 1024);

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go in a circle',
  ENOTDIR: 'a part of its path is not a folder',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
};

/** Says in words why the system refused; the code itself where it has no words. */
export function describeFailure(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (Object.hasOwn(reasons, code)) return reasons[code] ?? code;
  return code !== '' ? code : error instanceof Error ? error.message : String(error);
}

const pause = new Int32Array(new SharedArrayBuffer(4));

function readSome(descriptor: number, at: number): number {
  for (;;) {
    try {
      return readSync(descriptor, shared, at, shared.length - at, null);
    } catch (error) {
      // A pipe that somebody else has made non-blocking says so where it has nothing yet.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}

function readAll(descriptor: number): Uint8Array {
  let length = 0;
  for (;;) {
    if (length === shared.length) {
      const larger = new Uint8Array(Math.min(shared.length * 4, readLimit));
      larger.set(shared);
      shared = larger;
    }
    const read = readSome(descriptor, length);
    length += read;
    if (read === 0 || length >= readLimit) return shared.subarray(0, length);
  }
}

/** Reads a file, or standard input as 0; the bytes are good until the next call. Throws ToolProblem. */
export function readBytes(file: string | 0): Uint8Array {
  let descriptor: number | undefined;
  try {
    descriptor = file === 0 ? 0 : openSync(file, 'r');
    return readAll(descriptor);
  } catch (error) {
    const name = file === 0 ? 'standard input' : `\`${showPath(file)}\``;
    throw new ToolProblem(`cannot read ${name}: ${describeFailure(error)}`, 'Check the path and its permissions.');
  } finally {
    if (descriptor !== undefined && descriptor !== 0) closeSync(descriptor);
  }
}

/** Reads a file into memory that is at hand, and gives its length; null where it does not fit, or cannot be read. */
export function readInto(file: string, memory: Uint8Array): number | null {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(file, 'r');
    for (let length = 0; length < memory.length; ) {
      const read = readSync(descriptor, memory, length, memory.length - length, null);
      if (read === 0) return length;
      length += read;
    }
    return null;
  } catch {
    return null;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** What stands at a path, or what a link there leads to; null where nothing does, or nothing that can be reached. */
export function findStats(path: string, followLinks = true): Stats | null {
  try {
    return followLinks ? statSync(path) : lstatSync(path);
  } catch {
    return null;
  }
}

/** True for one of the folders and for what is in one; all of them absolute. */
export function isWithin(path: string, folders: readonly string[]): boolean {
  return folders.some((folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep));
}

/** What is in a folder needs no more than to be cut off behind it, where nothing in the path leads back. */
const winding = /\/(?:[./]|$)/;

/** A path as reports write it: relative to the working directory, with `/`. */
export function showPath(path: string): string {
  const folder = process.cwd();
  if (sep === '/' && path.startsWith(folder) && path[folder.length] === '/' && !winding.test(path))
    return path.slice(folder.length + 1);
  const shown = relative(folder, resolve(path));
  return shown === '' ? '.' : sep === '/' ? shown : shown.replaceAll(sep, '/');
}
