import { readInto } from '../disk.ts';
import type { SpecFile } from './find-specs.ts';

/** Files that are read in one go. */
const most = 64;
const capacity = 256 * 1024;

/** Reads files before they are asked for: the system gives many small ones in one go in half the time that it takes for each in between. */
export class ReadAhead {
  #memory: Uint8Array | null = null;
  readonly #read = new Map<string, Uint8Array>();

  /**
   * Called before each file of a run; now and then it reads this one and some after it, in the place of what was read before.
   * What cannot be read, or does not fit with what is before it, is left to be read in its turn.
   */
  reach(specs: readonly SpecFile[], index: number): void {
    if (index % most !== 0) return;
    this.#read.clear();
    let at = 0;
    for (const { file, isNamed } of specs.slice(index, index + most)) {
      // Who names a file may have named a pipe.
      if (isNamed) return;
      this.#memory ??= new Uint8Array(capacity);
      const length = readInto(file, this.#memory.subarray(at));
      if (length === null) return;
      this.#read.set(file, this.#memory.subarray(at, at + length));
      at += length;
    }
  }

  /** What a file held when it was read ahead, good until others are read; once, since the file may change. */
  take(file: string): Uint8Array | undefined {
    const bytes = this.#read.get(file);
    if (bytes !== undefined) this.#read.delete(file);
    return bytes;
  }
}
