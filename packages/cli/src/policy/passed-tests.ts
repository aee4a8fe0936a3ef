import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder, isOurs, makeCacheFolder } from '../cache-folder.ts';
import { nameTemporary } from '../temporary-file.ts';
import type { ReadPolicyFile } from './read-policy-files.ts';

/** Put in by the bundler: what this build of the tool is called, unlike any other. */
declare const SHAPEGATE_BUILD: string;

const build = typeof SHAPEGATE_BUILD === 'string' ? SHAPEGATE_BUILD : null;
/** Larger policies are tested each time. */
const mostBytes = 1024 * 1024;
const slots = 64;

/**
 * Remembers between runs which policies have passed their own tests: the policies themselves, so that nothing but the same
 * bytes under the same build of the tool is taken for tested. It lies in the user's cache folder; what cannot be read or
 * written there, or could have been put there by another, is as if it were not there.
 */
export class PassedTests {
  readonly #folder: string | null;

  constructor(folder: string | null = findCacheFolder()) {
    this.#folder = folder;
  }

  /** Whether the tests of policies have held for the API of that name. */
  has(files: readonly ReadPolicyFile[], api: string): boolean {
    const record = this.#folder === null ? null : writeRecord(files, api);
    if (record === null || this.#folder === null) return false;
    const path = join(this.#folder, nameSlot(record));
    try {
      return isOurs(statSync(this.#folder)) && isOurs(statSync(path)) && readFileSync(path).equals(record);
    } catch {
      return false;
    }
  }

  /** Remembers that they have. */
  add(files: readonly ReadPolicyFile[], api: string): void {
    const record = this.#folder === null ? null : writeRecord(files, api);
    if (record === null || this.#folder === null) return;
    try {
      makeCacheFolder(this.#folder);
      if (!isOurs(statSync(this.#folder))) return;
      const path = join(this.#folder, nameSlot(record));
      const temporary = nameTemporary(path);
      writeFileSync(temporary, record, { flag: 'wx', mode: 0o600 });
      renameSync(temporary, path);
    } catch {
      // Where it cannot be written the tests are run again.
    }
  }
}

/** The build, the API, and of each file what it extends and its bytes, with their lengths; null for what is not remembered. */
function writeRecord(files: readonly ReadPolicyFile[], api: string): Buffer | null {
  if (build === null) return null;
  const names = new Map(files.map(({ file }, index) => [file, index]));
  const head = files.map(({ format, bases = {}, text }) => [
    format,
    Object.entries(bases).map(([name, found]) => [name, found.map((file) => names.get(file) ?? -1)]),
    text.length,
  ]);
  const record = Buffer.concat([
    Buffer.from(`${JSON.stringify([build, api, head])}\n`),
    ...files.map(({ text }) => (typeof text === 'string' ? Buffer.from(text) : text)),
  ]);
  return record.length > mostBytes ? null : record;
}

/** One of few names: a record takes the place of an older one, so that they never grow. What has the same name is told apart by its bytes. */
function nameSlot(record: Buffer): string {
  let sum = 0;
  const step = 1 + (record.length >> 9);
  for (let at = 0; at < record.length; at += step) sum = (Math.imul(sum, 31) + (record[at] ?? 0)) >>> 0;
  return `passed-tests-${((sum ^ record.length) >>> 0) % slots}`;
}
