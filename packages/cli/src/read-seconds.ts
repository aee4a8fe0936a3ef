import type { Arguments } from './arguments.ts';
import { ToolProblem } from './tool-problem.ts';

/** A number of seconds that was given; throws ToolProblem for anything else. */
export function readSeconds(args: Arguments, name: 'timeout' | 'job-seconds'): number | undefined {
  const seconds = args.number(name);
  if (seconds === undefined || (Number.isFinite(seconds) && seconds >= 0)) return seconds;
  throw new ToolProblem(`--${name} is \`${args.text(name)}\`, expected a number of seconds`);
}
