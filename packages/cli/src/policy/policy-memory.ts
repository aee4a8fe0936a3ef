import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCacheFolder, isOurs, makeCacheFolder } from '../cache-folder.ts';
import { nameTemporary } from '../temporary-file.ts';
import type { PolicyHead, ReadPolicyFile } from './read-policy-files.ts';

/** Put in by the bundler: what this build of the tool is called, unlike any other. */
declare const SHAPEGATE_BUILD: string;

const build = typeof SHAPEGATE_BUILD === 'string' ? SHAPEGATE_BUILD : null;
/** Larger policies are read and tested each time. */
const mostBytes = 4 * 1024 * 1024;
const slots = 256;

/** What a record begins with: which policies it is of, and what was made of them. */
interface RecordHead extends KnownFor {
  readonly build: string;
  readonly files: readonly KnownFile[];
}

/** What else a record is good for alone. */
export interface KnownFor {
  /** What was asked for, and of which API. */
  readonly name: string;
  /** Operations that other APIs have. */
  readonly otherOperations: readonly string[];
}

interface KnownFile extends PolicyHead {
  readonly file: string;
  readonly format: 'yaml' | 'json';
  readonly bases: Readonly<Record<string, readonly string[]>>;
  /** In bytes. */
  readonly length: number;
}

/** Policies that have passed their own tests, as an earlier run remembered them. */
export class RememberedPolicies {
  readonly #head: RecordHead;
  readonly #texts: ReadonlyMap<string, { readonly known: KnownFile; readonly text: Buffer }>;
  readonly #kept: Buffer;

  constructor(head: RecordHead, body: Buffer) {
    this.#head = head;
    const texts = new Map<string, { readonly known: KnownFile; readonly text: Buffer }>();
    let at = 0;
    for (const known of head.files) {
      texts.set(known.file, { known, text: body.subarray(at, at + known.length) });
      at += known.length;
    }
    this.#texts = texts;
    this.#kept = body.subarray(at);
  }

  /** What a file says that is as it was; null for any other. */
  headOf(file: string, format: 'yaml' | 'json', text: Uint8Array): PolicyHead | null {
    const found = this.#texts.get(file);
    return found !== undefined && found.known.format === format && found.text.equals(text) ? found.known : null;
  }

  /** What was made of the policies; null where these are others, or are for other operations. */
  recall(files: readonly ReadPolicyFile[], otherOperations: readonly string[]): string | null {
    const isSame =
      files.length === this.#head.files.length &&
      JSON.stringify(otherOperations) === JSON.stringify(this.#head.otherOperations) &&
      files.every(({ file, format, bases, text }, index) => {
        const known = this.#head.files[index];
        return (
          known?.file === file &&
          JSON.stringify(known.bases) === JSON.stringify(bases) &&
          this.headOf(file, format, text) !== null
        );
      });
    return isSame ? this.#kept.toString() : null;
  }
}

/**
 * Remembers between runs the policies that were sound and passed their own tests, and what was made of them. The policies
 * themselves are in the record, so that nothing but the same bytes under the same build of the tool is taken for them. It lies
 * in the user's cache folder; what cannot be read or written there, is damaged, or could have been put there by another, is as
 * if it were not there.
 */
export class PolicyMemory {
  readonly #folder: string | null;

  constructor(folder: string | null = findCacheFolder()) {
    this.#folder = folder;
  }

  /** What is remembered under a name. */
  find(name: string): RememberedPolicies | null {
    if (this.#folder === null || build === null) return null;
    const path = join(this.#folder, nameSlot(name));
    try {
      if (!isOurs(statSync(this.#folder)) || !isOurs(statSync(path))) return null;
      const bytes = readFileSync(path);
      // A record is written twice: where a byte of it is damaged, the halves differ.
      const half = bytes.length / 2;
      const record = bytes.subarray(0, half);
      if (!record.equals(bytes.subarray(half))) return null;
      const end = record.indexOf(10);
      const head = JSON.parse(record.toString('utf8', 0, end)) as RecordHead;
      return head.build === build && head.name === name ? new RememberedPolicies(head, record.subarray(end + 1)) : null;
    } catch {
      return null;
    }
  }

  /** @param kept what was made of the files, as `recall` will give it */
  remember({ name, otherOperations }: KnownFor, files: readonly ReadPolicyFile[], kept: string): void {
    if (this.#folder === null || build === null) return;
    const head: RecordHead = {
      build,
      name,
      otherOperations,
      files: files.map(({ file, format, bases, operations, text }) => ({
        file,
        format,
        bases,
        extends: Object.keys(bases),
        operations,
        length: text.length,
      })),
    };
    const record = Buffer.concat([
      Buffer.from(`${JSON.stringify(head)}\n`),
      ...files.map(({ text }) => text),
      Buffer.from(kept),
    ]);
    if (record.length > mostBytes) return;
    try {
      makeCacheFolder(this.#folder);
      if (!isOurs(statSync(this.#folder))) return;
      const path = join(this.#folder, nameSlot(name));
      const temporary = nameTemporary(path);
      writeFileSync(temporary, Buffer.concat([record, record]), { flag: 'wx', mode: 0o600 });
      renameSync(temporary, path);
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
