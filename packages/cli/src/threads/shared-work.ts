import type { ValueKind } from '../specs/found-writer.ts';

/** Files that a thread takes at once. */
export const chunkSize = 50;

/** What `process.argv` says to a thread; no command line can say it. */
export const threadWord = '\0lint';

/** What a thread begins with. */
export interface SharedWork {
  /** What the command line says. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The working directory's files, and whether the command line names them. */
  readonly files: readonly string[];
  readonly named: readonly boolean[];
  /** True where the texts are to be named, for the cache. */
  readonly namesTexts: boolean;
  /** One number: the chunk that the next who asks will take. */
  readonly next: Int32Array;
}

/** A chunk that a thread has done: a line for each file, null for one that is to be linted by who asks. */
export interface DoneChunk {
  readonly chunk: number;
  readonly lines: readonly (readonly [line: string, name: string | null, text: string | null] | null)[];
  readonly table: readonly ValueKind[];
}

/** A stretch of the files. */
export interface TakenChunk {
  readonly chunk: number;
  /** The place of its first file, and the one behind its last. */
  readonly from: number;
  readonly to: number;
}

/** Takes the next chunk of some files; null where none is left. */
export function takeChunk(next: Int32Array, files: number): TakenChunk | null {
  const chunk = Atomics.add(next, 0, 1);
  const from = chunk * chunkSize;
  return from < files ? { chunk, from, to: Math.min(from + chunkSize, files) } : null;
}
