import { spawnSync } from 'node:child_process';
import { showPath } from '../disk.ts';
import { ToolProblem } from '../tool-problem.ts';

/** Names of files are taken as they are, nothing is locked, and no program of the repository's own is asked. */
const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false'];
const surroundings = { LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0', GIT_LITERAL_PATHSPECS: '1', GIT_TERMINAL_PROMPT: '0' };

interface Answer {
  readonly status: number;
  readonly bytes: Buffer;
  readonly said: string;
}

function ask(folder: string, args: readonly string[]): Answer {
  const { status, stdout, stderr, error } = spawnSync('git', [...settings, ...args], {
    cwd: folder,
    env: { ...process.env, ...surroundings },
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  if (error !== undefined) {
    const isMissing = 'code' in error && error.code === 'ENOENT';
    throw new ToolProblem(
      isMissing ? '--changed and --trust need git, which is not installed' : `git cannot be run: ${error.message}`,
      isMissing ? 'Install git, or leave the option out.' : 'Check that git can be run.',
    );
  }
  return { status: status ?? 1, bytes: stdout, said: stderr.toString().trim().split('\n')[0] ?? '' };
}

/** The git repository around a folder, asked without a shell. */
export class Repository {
  /** Absolute, without links. */
  readonly top: string;

  /** Throws ToolProblem where the folder is in no working tree. */
  constructor(folder: string) {
    const { status, bytes, said } = ask(folder, ['rev-parse', '--show-toplevel']);
    if (status !== 0) {
      const isDubious = said.includes('dubious ownership');
      throw new ToolProblem(
        isDubious ? said : `\`${showPath(folder)}\` is in no git repository with a working tree`,
        isDubious
          ? 'Run as the owner of the repository, or name it under `safe.directory` in the configuration of git.'
          : 'Run it inside the repository, or leave --changed and --trust out.',
      );
    }
    this.top = bytes.toString().replace(/\r?\n$/, '');
  }

  /** Runs git at the top of the working tree. Throws ToolProblem where it fails. */
  run(...args: string[]): Buffer {
    const { status, bytes, said } = ask(this.top, args);
    if (status === 0) return bytes;
    throw new ToolProblem(`git ${args[0]} failed: ${said}`, 'Check the repository with `git status`.');
  }

  /** The hash of the commit that a name means. Throws ToolProblem where there is none. */
  resolveCommit(revision: string, option: string): string {
    const name = revision.trim();
    const isName = name !== '' && !name.startsWith('-') && !/\p{Cc}/u.test(name);
    const answer = isName
      ? ask(this.top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])
      : null;
    if (answer?.status === 0) return answer.bytes.toString().trim();
    throw new ToolProblem(
      `${option} is \`${name.slice(0, 100)}\`, which is no revision of this repository`,
      'Name a branch, a tag or a commit that is here; a shallow clone may have to fetch it first, such as `git fetch origin main`.',
    );
  }

  /** The last commit that both a revision and the working tree's commit come from. Throws ToolProblem where there is none. */
  findMergeBase(revision: string, option: string): string {
    const commit = this.resolveCommit(revision, option);
    const head = this.resolveCommit('HEAD', 'HEAD');
    const { status, bytes } = ask(this.top, ['merge-base', commit, head]);
    if (status === 0) return bytes.toString().trim();
    throw new ToolProblem(
      `HEAD and \`${revision}\` have no commit in common`,
      'A shallow clone has to fetch more first, such as `git fetch --unshallow`.',
    );
  }
}

/** Splits what git prints under `-z`. */
export function splitNames(bytes: Buffer): string[] {
  const names = bytes.toString().split('\0');
  names.pop();
  return names;
}
