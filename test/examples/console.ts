import { spawnSync } from 'node:child_process';

/** One `$ command` of a Markdown page with the lines printed below it; a last line `[n]` is its exit status. */
export interface ConsoleCommand {
  readonly line: number;
  readonly command: string;
  readonly expected: readonly string[];
  readonly status: number;
}

/** Finds the commands in the ```console blocks of a page. */
export function findCommands(markdown: string): ConsoleCommand[] {
  const commands: { line: number; command: string; expected: string[]; status: number }[] = [];
  let inside = false;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (line.startsWith('```')) inside = line.trim() === '```console';
    else if (inside && line.startsWith('$ '))
      commands.push({ line: index + 1, command: line.slice(2), expected: [], status: 0 });
    else if (inside) commands.at(-1)?.expected.push(line);
  }
  for (const command of commands) {
    const status = /^\[(\d+)\]$/.exec(command.expected.at(-1) ?? '');
    if (status === null) continue;
    command.expected.pop();
    command.status = Number(status[1]);
  }
  return commands;
}

/** What a command printed, standard output and error as a reader of a terminal sees them. */
export interface ConsoleResult {
  readonly output: readonly string[];
  readonly status: number;
}

/** Runs the commands one after the other in one shell, so that `cd` and `export` hold for those that follow. */
export function runCommands(commands: readonly ConsoleCommand[], cwd: string, env: NodeJS.ProcessEnv): ConsoleResult[] {
  const mark = '@@status';
  const script = commands.map(({ command }) => `${command}\nprintf '\\n${mark} %s\\n' "$?"\n`).join('');
  const { stdout } = spawnSync('bash', ['-c', `exec 2>&1\n${script}`], {
    cwd,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  return stdout
    .split(new RegExp(`\\n${mark} (\\d+)\\n`))
    .reduce<string[][]>(
      (pairs, part, index) =>
        index % 2 === 0 ? [...pairs, [part]] : [...pairs.slice(0, -1), [...(pairs.at(-1) ?? []), part]],
      [],
    )
    .filter((pair) => pair.length === 2)
    .map(([text = '', status]) => ({
      output: text === '' ? [] : text.replace(/\n$/, '').split('\n'),
      status: Number(status),
    }));
}

/** True where the printed lines are the expected ones; a line `…` stands for any number of lines, `…` within a line for any text. */
export function matchesExpected(expected: readonly string[], printed: readonly string[]): boolean {
  if (expected.length === 0) return true;
  const matchesLine = (wanted: string, line: string): boolean =>
    new RegExp(
      `^${wanted
        .split('…')
        .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*')}$`,
      'su',
    ).test(line);
  const matchesFrom = (i: number, j: number): boolean => {
    const wanted = expected[i];
    if (wanted === undefined) return j === printed.length;
    if (wanted.trim() === '…')
      return Array.from({ length: printed.length - j + 1 }, (_, skip) => j + skip).some((next) =>
        matchesFrom(i + 1, next),
      );
    return (
      j < printed.length && matchesLine(wanted.trimEnd(), (printed[j] ?? '').trimEnd()) && matchesFrom(i + 1, j + 1)
    );
  };
  return matchesFrom(0, 0);
}
