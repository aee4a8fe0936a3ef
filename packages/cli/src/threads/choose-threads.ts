import type { Arguments } from '../arguments.ts';
import { ToolProblem } from '../tool-problem.ts';

const most = 64;

/**
 * How many threads lint so many files, as `--concurrency` says. `auto`, and nothing said, is one: two have taken longer for any
 * number of files on two cores, since each has to compile anew what it runs. Throws ToolProblem for what is no number.
 */
export function chooseThreads(args: Arguments, files: number): number {
  const said = args.text('concurrency') ?? 'auto';
  if (said === 'auto') return 1;
  if (!/^[1-9]\d?$/.test(said) || Number(said) > most)
    throw new ToolProblem(`--concurrency is \`${said}\`, expected \`auto\` or a number from 1 to ${most}`);
  return Math.min(Number(said), Math.max(1, files));
}
