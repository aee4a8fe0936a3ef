import type { Arguments } from '../arguments.ts';
import { showPath } from '../disk.ts';
import { escapeLine } from '../format/escape.ts';
import type { RevisionReader } from '../git/revision-reader.ts';
import { write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

/** The revision that `--trust` names; null without it. Throws ToolProblem for one that is none, and outside a repository. */
export async function openTrusted(args: Arguments): Promise<RevisionReader | null> {
  const revision = args.text('trust');
  if (revision === undefined) return null;
  // A gate takes nobody's word for what a spec holds.
  for (const option of ['write-baseline', 'prune-baseline', 'cache'] as const)
    if (args.flag(option)) throw new ToolProblem(`--trust and --${option} exclude each other`);
  const { Repository, RevisionReader } = await import('../selection.ts');
  return new RevisionReader(new Repository(process.cwd()), revision);
}

/** Tells what the working tree changes in files that were read from the revision. */
export function tellDifferences(reader: RevisionReader, args: Arguments): void {
  const revision = escapeLine(args.text('trust') ?? '');
  for (const { path, what } of reader.listDifferences())
    write(2, `note: ${escapeLine(showPath(path))} is ${what} here; what ${revision} says holds\n`);
  if (reader.hasInstalled)
    write(
      2,
      `note: installed policies are read as they are installed; a lock in ${revision} holds them to their hashes\n`,
    );
}
