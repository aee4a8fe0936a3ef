import { lint } from './commands/lint.ts';
import { lintInThread } from './commands/lint-thread.ts';
import { escapeText } from './format/escape.ts';
import { completeOptional } from './options.ts';
import { parseLint } from './parse-lint.ts';
import { write } from './terminal.ts';
import { threadWord } from './threads/shared-work.ts';
import { isToolProblem } from './tool-problem.ts';
import { version } from './version.ts';

/** One paragraph on standard error: what was in the way and what to do about it. */
function tellProblem(error: unknown): void {
  const problem = isToolProblem(error) ? error : null;
  const message = error instanceof Error ? error.message : String(error);
  const help = problem?.help ?? 'This is a fault of shapegate, not of what it read; please report it with the command.';
  write(2, `shapegate: ${escapeText(message.trim())}${help === '' ? '' : `\n${escapeText(help)}`}\n`);
}

async function dispatch(words: readonly string[]): Promise<number> {
  if (words[0] === threadWord) return lintInThread();
  const argv = completeOptional(words);
  if (argv[0] === 'lint') {
    const args = parseLint(argv);
    if (args !== null) return lint(args);
  }
  if (argv.length === 1 && argv[0] === '--version') {
    write(1, `${version}\n`);
    return 0;
  }
  const { runCommand } = await import('./run-command.ts');
  return runCommand(argv);
}

/** Runs the command that argv names and sets the exit status; nothing is thrown and no stack is shown. */
export function main(argv: readonly string[]): void {
  process.on('uncaughtException', (error) => {
    tellProblem(error);
    process.exit(2);
  });
  dispatch(argv).then(
    (status) => {
      process.exitCode = status;
    },
    (error: unknown) => {
      tellProblem(error);
      process.exitCode = 2;
    },
  );
}
