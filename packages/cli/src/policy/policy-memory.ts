import { join } from 'node:path';
import { findCacheFolder } from '../cache-folder.ts';
import { readPrivateFile, writePrivateFile } from '../private-file.ts';
import { PolicyRecord, type RecordPurpose, writeRecord } from './policy-record.ts';
import type { ReadPolicyFile } from './read-policy-files.ts';

/** Put in by the bundler: what this build of the tool is called, unlike any other. */
declare const SHAPEGATE_BUILD: string;

const build = typeof SHAPEGATE_BUILD === 'string' ? SHAPEGATE_BUILD : null;
/** A larger record is not kept. */
const mostBytes = 8 * 1024 * 1024;
const slots = 256;

/**
 * Remembers between runs the policies that were sound and passed their own tests, and what was made of them: nothing but the
 * same bytes under the same build of the tool is taken for them. It lies in the user's cache folder; what cannot be read or
 * written there, is damaged, or could have been put there by another, is as if it were not there.
 */
export class PolicyMemory {
  readonly #folder: string | null;

  constructor(folder: string | null = findCacheFolder()) {
    this.#folder = folder;
  }

  /** What is remembered under a name. */
  find(name: string): PolicyRecord | null {
    if (this.#folder === null || build === null) return null;
    try {
      const bytes = readPrivateFile(join(this.#folder, nameSlot(name)), mostBytes);
      const record = bytes === null ? null : new PolicyRecord(bytes);
      return record?.isFor(build, name) === true ? record : null;
    } catch {
      return null;
    }
  }

  /** @param kept what was made of the files */
  remember(purpose: Omit<RecordPurpose, 'build'>, files: readonly ReadPolicyFile[], kept: string): void {
    if (this.#folder === null || build === null) return;
    const record = writeRecord({ build, ...purpose }, files, kept);
    if (record.length > mostBytes) return;
    try {
      writePrivateFile(join(this.#folder, nameSlot(purpose.name)), record);
    } catch {
      // Where it cannot be written the policies are read and tested again.
    }
  }
}

/** One of few names: a record takes the place of an older one, so that they never grow. */
function nameSlot(name: string): string {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) >>> 0;
  return `policies-${sum % slots}`;
}
