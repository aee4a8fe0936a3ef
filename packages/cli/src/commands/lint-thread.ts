import { Arguments } from '../arguments.ts';
import type { SpecFile } from '../specs/find-specs.ts';
import { FoundWriter } from '../specs/found-writer.ts';
import { SpecLinter } from '../specs/lint-specs.ts';
import { readSpecOptions } from '../specs/spec-options.ts';
import { type DoneChunk, type SharedWork, takeChunk } from '../threads/shared-work.ts';
import { openTrusted } from './trust.ts';

/** What a thread of `shapegate lint` does: takes files as long as there are some, and tells what it has found in them. */
export async function lintInThread(): Promise<number> {
  const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
  const { values, files, named, namesTexts, next } = workerData as SharedWork;
  const args = new Arguments(values, []);
  const linter = new SpecLinter(readSpecOptions(args), (await openTrusted(args)) ?? undefined);
  const writer = new FoundWriter();
  const tell = async (spec: SpecFile): Promise<DoneChunk['lines'][number]> => {
    try {
      const told = await linter.tell(spec, namesTexts);
      return told === null ? null : [writer.write(told.found), told.name, told.found?.text ?? null];
    } catch {
      return null;
    }
  };
  for (let taken = takeChunk(next, files.length); taken !== null; taken = takeChunk(next, files.length)) {
    const { from, to } = taken;
    const specs = files.slice(from, to).map((file, index) => ({ file, isNamed: named[from + index] === true }));
    const lines: DoneChunk['lines'][number][] = [];
    for (const [index, spec] of specs.entries()) {
      linter.reach(specs, index);
      lines.push(await tell(spec));
    }
    const done: DoneChunk = { chunk: taken.chunk, lines, table: writer.table };
    parentPort?.postMessage(done);
  }
  parentPort?.postMessage(null);
  return 0;
}
