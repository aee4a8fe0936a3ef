import type { Worker } from 'node:worker_threads';
import type { SpecFile } from '../specs/find-specs.ts';
import { FoundWriter } from '../specs/found-writer.ts';
import type { KeptFile } from '../specs/keep-file.ts';
import type { SpecLinter, ToldFile } from '../specs/lint-specs.ts';
import { chunkSize, type DoneChunk, type SharedWork, takeChunk, threadWord } from './shared-work.ts';

export interface ThreadsOptions {
  /** How many there are with this one. */
  readonly threads: number;
  /** What the command line says. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Called with how many files are done. */
  readonly onDone: (files: number) => void;
}

type Outcome = KeptFile | ToldFile | null;

/** Starts a thread on the work; when it ends, however it ends, there is nothing more to hear from it. */
function startThread(work: SharedWork, hear: (done: DoneChunk) => void): Promise<void> {
  const { Worker: WorkerClass } = process.getBuiltinModule('node:worker_threads');
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new WorkerClass(process.argv[1] ?? '', { argv: [threadWord], workerData: work });
    } catch {
      resolve();
      return;
    }
    worker.on('message', (message: DoneChunk | null) => {
      if (message !== null) hear(message);
      else {
        // It is done, and ends in its own time.
        worker.unref();
        resolve();
      }
    });
    worker.on('error', () => resolve());
    worker.on('exit', () => resolve());
  });
}

/** What a thread tells of the files of a chunk; undefined for what is to be linted here. */
function readChunk({ lines, table }: DoneChunk): (ToldFile | undefined)[] {
  const writer = new FoundWriter(table);
  return lines.map((written) => {
    if (written === null) return undefined;
    const [line, name, text] = written;
    const found = writer.read(line);
    return { found: found === null ? null : Object.assign(found, { text }), name };
  });
}

/**
 * Lints files with several threads, and has of each what `keep` has, in the order of the files. What a thread could not do is
 * done here, so that whatever is thrown is what one thread alone would throw.
 */
export async function keepInThreads(
  linter: SpecLinter,
  specs: readonly SpecFile[],
  { threads, values, onDone }: ThreadsOptions,
): Promise<readonly (KeptFile | null)[]> {
  const outcomes: (Outcome | undefined)[] = Array.from({ length: specs.length });
  const own = new Set<number>();
  const work: SharedWork = {
    values,
    files: specs.map(({ file }) => file),
    named: specs.map(({ isNamed }) => isNamed),
    namesTexts: linter.memory !== null,
    next: new Int32Array(new SharedArrayBuffer(4)),
  };
  const hear = (done: DoneChunk): void => {
    readChunk(done).forEach((told, index) => {
      outcomes[done.chunk * chunkSize + index] = told;
    });
    onDone(done.lines.length);
  };
  const others = Array.from({ length: threads - 1 }, () => startThread(work, hear));
  for (let taken = takeChunk(work.next, specs.length); taken !== null; taken = takeChunk(work.next, specs.length)) {
    const { from, to } = taken;
    const chunk = specs.slice(from, to);
    for (const [within, spec] of chunk.entries()) {
      const index = from + within;
      try {
        linter.reach(chunk, within);
        outcomes[index] = await linter.keep(spec);
        own.add(index);
      } catch {
        // It is thrown below, in its turn.
      }
    }
    onDone(chunk.length);
    // What the others say is heard here.
    await new Promise(setImmediate);
  }
  await Promise.all(others);
  const kept: (KeptFile | null)[] = [];
  for (const [index, spec] of specs.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) kept.push(await linter.keep(spec));
    else if (outcome === null || own.has(index)) kept.push(outcome as KeptFile | null);
    else kept.push(await linter.adopt(spec, outcome as ToldFile));
  }
  return kept;
}
