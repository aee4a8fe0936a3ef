import type { PolicyHead, ReadPolicyFile } from './read-policy-files.ts';

/** What a record is good for. */
export interface RecordPurpose {
  /** The build of the tool that has made it. */
  readonly build: string;
  /** What was asked for, where, and of which API. */
  readonly name: string;
  /** Operations of other APIs. */
  readonly otherOperations: readonly string[];
}

interface RecordedFile extends PolicyHead {
  readonly file: string;
  readonly format: 'yaml' | 'json';
  readonly bases: Readonly<Record<string, readonly string[]>>;
  /** In bytes. */
  readonly length: number;
}

interface RecordHead extends RecordPurpose {
  readonly files: readonly RecordedFile[];
  /** Of what was made of them, in bytes. */
  readonly kept: number;
}

/** Writes a record of policies: what they are, what they say to the byte, and what was made of them. */
export function writeRecord(purpose: RecordPurpose, files: readonly ReadPolicyFile[], kept: string): Buffer {
  const made = Buffer.from(kept);
  const head: RecordHead = {
    ...purpose,
    kept: made.length,
    files: files.map(({ file, format, bases, operations, text }) => ({
      file,
      format,
      bases,
      extends: Object.keys(bases),
      operations,
      length: text.length,
    })),
  };
  const texts = files.map(({ text }) => text);
  const record = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), ...texts, made]);
  // It is written twice: where a byte of it is damaged, the halves differ.
  return Buffer.concat([record, record]);
}

/** A record that was read. */
export class PolicyRecord {
  readonly #head: RecordHead;
  readonly #texts = new Map<string, { readonly known: RecordedFile; readonly text: Buffer }>();
  readonly #kept: Buffer;

  /** Throws for what `writeRecord` has not written. */
  constructor(bytes: Buffer) {
    const half = bytes.length / 2;
    const record = bytes.subarray(0, half);
    if (!record.equals(bytes.subarray(half))) throw new Error('the record is damaged');
    let at = record.indexOf(10) + 1;
    this.#head = JSON.parse(record.toString('utf8', 0, at)) as RecordHead;
    for (const known of this.#head.files) {
      this.#texts.set(known.file, { known, text: record.subarray(at, at + known.length) });
      at += known.length;
    }
    this.#kept = record.subarray(at);
    if (this.#kept.length !== this.#head.kept) throw new Error('the record is damaged');
  }

  isFor(build: string, name: string): boolean {
    return this.#head.build === build && this.#head.name === name;
  }

  /** What a file says before its rules are looked at; null for one that is not as it was. */
  headOf(file: string, format: 'yaml' | 'json', text: Uint8Array): PolicyHead | null {
    const found = this.#texts.get(file);
    return found !== undefined && found.known.format === format && found.text.equals(text) ? found.known : null;
  }

  /** What was made of the policies; null where these are others, or other operations are elsewhere. */
  recall(files: readonly ReadPolicyFile[], otherOperations: readonly string[]): string | null {
    const { files: known, otherOperations: elsewhere } = this.#head;
    const isSame =
      files.length === known.length &&
      JSON.stringify(otherOperations) === JSON.stringify(elsewhere) &&
      files.every(
        ({ file, format, bases, text }, index) =>
          known[index]?.file === file &&
          JSON.stringify(known[index].bases) === JSON.stringify(bases) &&
          this.headOf(file, format, text) !== null,
      );
    return isSame ? this.#kept.toString() : null;
  }
}
