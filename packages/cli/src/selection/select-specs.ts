import type { Arguments } from '../arguments.ts';
import { diskReader, type FileReader } from '../config/file-reader.ts';
import { findStats } from '../disk.ts';
import { findSpecs, forgetNames, type LeftOut, type SpecFile } from '../specs/find-specs.ts';
import { ToolProblem } from '../tool-problem.ts';
import type { ChangedSpecs } from './changed-specs.ts';
import { createShardTest, readShard } from './shard.ts';

/** The specs of a run. */
export interface Selection {
  readonly specs: readonly SpecFile[];
  /** The changed files that it is narrowed to; null without `--changed`. */
  readonly changed: ChangedSpecs | null;
  /** False where `--changed` or `--shard` may have left specs out. */
  readonly isWhole: boolean;
}

/** What `.gitignore` files leave out; named files need none of it. */
async function chooseLeftOut(paths: readonly string[], reader: FileReader): Promise<(folder: string) => LeftOut> {
  if (paths.every((path) => findStats(path)?.isFile() === true)) return () => () => false;
  const { GitIgnore } = await import('./git-ignore.ts');
  return (folder) => {
    const ignores = new GitIgnore(folder, reader);
    return (path, isFolder) => ignores.isIgnored(path, isFolder);
  };
}

/** The specs that paths mean, or those that are here: what git ignores is left out of folders. Throws ToolProblem. */
export async function selectSpecs(
  args: Arguments,
  paths: readonly string[],
  reader: FileReader = diskReader,
): Promise<Selection> {
  const since = args.text('changed');
  if (since === undefined && args.flag('changed-only-lines'))
    throw new ToolProblem('--changed-only-lines says nothing without --changed', 'Add --changed or --changed=REF.');
  const shard = args.text('shard');
  const isInShard = shard === undefined ? () => true : createShardTest(readShard(shard), process.cwd());
  const changed = since === undefined ? null : new (await import('../selection.ts')).ChangedSpecs(process.cwd(), since);
  const found = findSpecs(paths, await chooseLeftOut(paths, reader));
  const wanted = args.flag('ignore-unknown') ? forgetNames(found) : found;
  const specs = wanted.filter(({ file }) => isInShard(file) && (changed === null || changed.has(file)));
  return { specs, changed, isWhole: changed === null && shard === undefined };
}
