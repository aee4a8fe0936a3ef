import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { ModelText } from '@shapegate/generator';
import { ToolProblem } from '../../tool-problem.ts';

const howToName =
  'Write a revision as REVISION:PATH: a branch, a tag or a commit that is here, and the path from the root of the repository.';

/** Reads files, folders and globs as the texts of one model. Throws ToolProblem where one cannot be read. */
export async function readModel(paths: readonly string[]): Promise<readonly ModelText[]> {
  const { readModelFiles } = await import('@shapegate/generator/models');
  const { texts, problems } = readModelFiles(process.cwd(), paths);
  if (problems.length > 0)
    throw new ToolProblem(problems.join('\n'), 'Name Smithy files, JSON ASTs, folders of them, or globs.');
  return texts;
}

/** As `readModel`, and `REVISION:PATH` is read from git where no file has that name. */
export async function readRevision(path: string): Promise<readonly ModelText[]> {
  const colon = path.indexOf(':');
  // One letter before the colon is a drive.
  if (colon < 2 || existsSync(path)) return readModel([path]);
  return readFromGit(path.slice(0, colon), path.slice(colon + 1));
}

function runGit(args: readonly string[], input = ''): Buffer {
  const { status, stdout, stderr, error } = spawnSync('git', args, { input, maxBuffer: 1 << 29 });
  if (error !== undefined)
    throw new ToolProblem('git cannot be run, and only it can read a revision', 'Install git, or name a path.');
  if (status === 0) return stdout;
  const [first = ''] = stderr.toString('utf8').split('\n');
  throw new ToolProblem(`git says: ${first}`, howToName);
}

/** The texts of blobs, in their order: one run of git for all of them. */
function readBlobs(ids: readonly string[]): string[] {
  const printed = runGit(['cat-file', '--batch'], ids.map((id) => `${id}\n`).join(''));
  let at = 0;
  return ids.map(() => {
    const end = printed.indexOf('\n', at);
    const header = printed.toString('utf8', at, end);
    const [, size] = /^[0-9a-f]+ blob (\d+)$/.exec(header) ?? [];
    if (size === undefined) throw new ToolProblem(`git says: ${header}`, 'Fetch what this clone does not have.');
    const start = end + 1;
    // A line break follows each.
    at = start + Number(size) + 1;
    return printed.toString('utf8', start, start + Number(size));
  });
}

function readFromGit(revision: string, path: string): ModelText[] {
  const folder = path.replace(/\/+$/, '');
  const object = `${revision}:${folder}`;
  if (revision.startsWith('-') || /\p{Cc}/u.test(object))
    throw new ToolProblem(`\`${revision}\` is no revision`, howToName);
  const [, id, type] =
    /^([0-9a-f]+) (\w+)/.exec(runGit(['cat-file', '--batch-check'], `${object}\n`).toString('utf8')) ?? [];
  if (id === undefined) throw new ToolProblem(`git has no \`${object}\``, howToName);
  const name = (file: string): string => `${revision}:${[folder, file].filter((part) => part !== '').join('/')}`;
  if (type === 'blob') return [{ file: name(''), text: runGit(['cat-file', 'blob', id]).toString('utf8') }];
  const files = runGit(['ls-tree', '-r', '-z', id])
    .toString('utf8')
    .split('\0')
    .flatMap((line) => {
      const [, blob, file] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
      return blob === undefined || file === undefined || !/\.(?:smithy|json)$/.test(file) ? [] : [{ blob, file }];
    })
    .filter(({ file }) => !file.split('/').includes('node_modules'));
  if (files.length === 0) throw new ToolProblem(`no model file in \`${revision}:${path}\``);
  const texts = readBlobs(files.map(({ blob }) => blob));
  return files.map(({ file }, index) => ({ file: name(file), text: texts[index] ?? '' }));
}
