import { join } from 'node:path';
import { type Repository, splitNames } from './repository.ts';

/** A file that has changed and is still there. */
export interface ChangedFile {
  /** Absolute, without links in its folders. */
  readonly path: string;
  /** The object that was there before, perhaps under another name; null for a new file. */
  readonly before: string | null;
}

const nothing = /^0+$/;
/** A repository within the repository, as modes go. */
const submodule = '160000';

/** Reads `git diff --raw -z`: a header, then a name, or two where the file was renamed. */
function* readRaw(repository: Repository, args: readonly string[]): Iterable<ChangedFile> {
  const words = splitNames(
    repository.run('diff', '--raw', '-z', '--no-abbrev', '--find-renames', '--no-ext-diff', '--diff-filter=d', ...args),
  ).values();
  for (const header of words) {
    const [, mode, before = '', , status = ''] = header.split(' ');
    const first = words.next().value ?? '';
    const name = /^[RC]/.test(status) ? (words.next().value ?? '') : first;
    if (mode === submodule) continue;
    yield { path: join(repository.top, name), before: nothing.test(before) ? null : before };
  }
}

/**
 * The files that are staged, or that have changed since the merge base with a revision, those included that git does not
 * know yet. Deleted files are not among them.
 * @param since the empty text for what is staged
 */
export function listChangedFiles(repository: Repository, since: string): ChangedFile[] {
  if (since === '') return [...readRaw(repository, ['--cached', '--'])];
  const base = repository.findMergeBase(since, '--changed');
  const untracked = splitNames(repository.run('ls-files', '-z', '--others', '--exclude-standard', '--full-name'));
  const added = untracked.map((name) => ({ path: join(repository.top, name), before: null }));
  return [...readRaw(repository, [base, '--']), ...added];
}
