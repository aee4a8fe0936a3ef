import { spawnSync } from 'node:child_process';
import * as assert from 'uvu/assert';
import { environment, makeFolder, writeFiles } from './run-shapegate.ts';

/** Nothing of the machine's own set-up of git is read. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  ...environment,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
};

export interface GitFolder {
  readonly path: string;
  git(...args: string[]): string;
  write(files: Readonly<Record<string, string>>): void;
  /** Adds everything and commits it. */
  commit(): void;
  remove(): void;
}

/** A repository with one commit of these files on the branch `main`; without files it has no commit. */
export function makeRepository(files: Readonly<Record<string, string>> = {}): GitFolder {
  const { path, remove } = makeFolder();
  const git = (...args: string[]): string => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: path, env: gitEnvironment, encoding: 'utf8' });
    assert.is(status, 0, `git ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const write = (written: Readonly<Record<string, string>>): void => writeFiles(path, written);
  const commit = (): void => {
    git('add', '--all');
    git('commit', '--quiet', '--message', 'Change specs');
  };
  git('init', '--quiet', '--initial-branch=main');
  if (Object.keys(files).length > 0) {
    write(files);
    commit();
  }
  return { path, git, write, commit, remove };
}
