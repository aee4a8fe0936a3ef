import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describeFailure } from '../disk.ts';
import { replaceFile } from '../replace-file.ts';
import { type Channel, write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';

/** A device or a pipe is written to; only a file can be replaced. */
function isReplaceable(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined || found.isFile() || found.isDirectory();
}

/** Writes what a command makes: a file whole, and with the folders above it. Throws ToolProblem. */
export function writeOutputFile(file: string, text: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    if (!isReplaceable(file)) {
      writeFileSync(file, text);
      return;
    }
  } catch (error) {
    throw new ToolProblem(`cannot write \`${file}\`: ${describeFailure(error)}`, 'Check the path and its permissions.');
  }
  replaceFile(file, text);
}

/** Writes an answer to its file, or to the channel where it has none. Throws ToolProblem. */
export function writeOutput(file: string | null, text: string, channel: Channel = 1): void {
  if (file === null) write(channel, text);
  else writeOutputFile(file, text);
}
