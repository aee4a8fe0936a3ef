import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fsyncSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { describeFailure, showPath } from './disk.ts';
import { nameTemporary } from './temporary-file.ts';
import { ToolProblem } from './tool-problem.ts';

function writeAll(descriptor: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

/** A folder that cannot be synced (some systems refuse) has the new name all the same. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {}
}

function putInPlace(target: string, bytes: Uint8Array, mode: number | null): void {
  const temporary = nameTemporary(target);
  const descriptor = openSync(temporary, 'wx', 0o666);
  try {
    try {
      writeAll(descriptor, bytes);
      if (mode !== null) fchmodSync(descriptor, mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  syncFolder(dirname(target));
}

/** Where a file is to be written: behind links, and with the mode that it has; the mode is null where there is none yet. */
function findTarget(file: string): { readonly target: string; readonly mode: number | null } {
  try {
    const target = realpathSync(file);
    // To rename over a file asks nothing of the file itself.
    accessSync(target, constants.W_OK);
    return { target, mode: statSync(target).mode };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { target: file, mode: null };
    throw error;
  }
}

/**
 * Replaces a file whole: whoever reads it, and a machine that stops meanwhile, has the old text or the new one. A link stays
 * and its target is replaced; the mode is kept. Throws ToolProblem, and then the file is as it was.
 * @param expected what the file has to hold still; null to write whatever it holds
 */
export function replaceFile(file: string, text: string, expected: string | null = null): void {
  try {
    const { target, mode } = findTarget(file);
    const now = expected === null ? null : readFileSync(target);
    // Two links to one file ask for the same.
    if (now?.equals(Buffer.from(text)) === true) return;
    if (now !== null && !now.equals(Buffer.from(expected ?? '')))
      throw new ToolProblem(
        `\`${showPath(file)}\` has changed while it was read`,
        'Nothing was written to it; run it again.',
      );
    putInPlace(target, Buffer.from(text), mode);
  } catch (error) {
    if (error instanceof ToolProblem) throw error;
    throw new ToolProblem(
      `cannot write \`${showPath(file)}\`: ${describeFailure(error)}`,
      'Check the path and its permissions.',
    );
  }
}
