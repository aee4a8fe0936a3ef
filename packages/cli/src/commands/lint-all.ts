import type { Arguments } from '../arguments.ts';
import { showPath } from '../disk.ts';
import { ProgressLine } from '../progress-line.ts';
import type { SpecFile } from '../specs/find-specs.ts';
import type { KeptFile } from '../specs/keep-file.ts';
import type { SpecLinter } from '../specs/lint-specs.ts';
import { chooseThreads } from '../threads/choose-threads.ts';
import { keepInThreads } from '../threads/keep-in-threads.ts';

/** What is known of files from runs before; what cannot be read is not known. */
async function recallAll(linter: SpecLinter, specs: readonly SpecFile[]): Promise<Map<SpecFile, KeptFile | null>> {
  const known = new Map<SpecFile, KeptFile | null>();
  for (const [index, spec] of specs.entries()) {
    linter.reach(specs, index);
    if (linter.memory?.has(showPath(spec.file)) !== true) continue;
    const kept = await linter.recall(spec).catch(() => undefined);
    if (kept !== undefined) known.set(spec, kept);
  }
  return known;
}

/** Lints the files of a run, and keeps of each what the run needs, in their order. */
export async function lintAll(
  linter: SpecLinter,
  specs: readonly SpecFile[],
  args: Arguments,
): Promise<readonly KeptFile[]> {
  const progress = new ProgressLine(specs.length);
  try {
    if (chooseThreads(args, specs.length) > 1) return await lintTogether(linter, specs, args, progress);
    const files: KeptFile[] = [];
    for (const [index, spec] of specs.entries()) {
      linter.reach(specs, index);
      const kept = await linter.keep(spec);
      if (kept !== null) files.push(kept);
      progress.step();
    }
    return files;
  } finally {
    progress.clear();
  }
}

/** With several threads: these have no part in what is known already. */
async function lintTogether(
  linter: SpecLinter,
  specs: readonly SpecFile[],
  args: Arguments,
  progress: ProgressLine,
): Promise<readonly KeptFile[]> {
  const known = await recallAll(linter, specs);
  const left = specs.filter((spec) => !known.has(spec));
  progress.step(known.size);
  const threads = chooseThreads(args, left.length);
  const { values } = args;
  const linted = await keepInThreads(linter, left, { threads, values, onDone: (files) => progress.step(files) });
  left.forEach((spec, index) => {
    known.set(spec, linted[index] ?? null);
  });
  return specs.flatMap((spec) => known.get(spec) ?? []);
}
