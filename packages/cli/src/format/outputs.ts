import { writeFileSync } from 'node:fs';
import { describeFailure } from '../disk.ts';
import type { FileReport } from '../specs/lint-report.ts';
import { type Channel, hasColor, write } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { formatJson } from './json.ts';
import { formatPretty } from './pretty.ts';

/** One answer to give: its form, and the file it goes to instead of standard output. */
export interface Output {
  readonly format: 'pretty' | 'json';
  readonly file: string | null;
}

/** Reads `--format` as it was given, `pretty` where it was not. Throws ToolProblem for a form that there is not. */
export function readOutputs(texts: readonly string[]): Output[] {
  const outputs = texts.map((text): Output => {
    const [format, ...rest] = text.split('=');
    if (format !== 'pretty' && format !== 'json')
      throw new ToolProblem(
        `unknown format \`${format}\``,
        'Known are pretty and json, each with =FILE after it if it is to be written there.',
      );
    if (rest.length > 0 && rest.join('=') === '')
      throw new ToolProblem(`no file after \`${text}\``, 'Write --format json=FILE.');
    return { format, file: rest.length === 0 ? null : rest.join('=') };
  });
  return outputs.length === 0 ? [{ format: 'pretty', file: null }] : outputs;
}

/** Writes the answers, to their files or to the channel. Throws ToolProblem where a file cannot be written. */
export function writeOutputs(outputs: readonly Output[], reports: readonly FileReport[], channel: Channel = 1): void {
  for (const { format, file } of outputs) {
    const color = file === null && hasColor(channel);
    const text = format === 'json' ? formatJson(reports) : formatPretty(reports, color);
    if (file === null) write(channel, text);
    else
      try {
        writeFileSync(file, text);
      } catch (error) {
        throw new ToolProblem(
          `cannot write \`${file}\`: ${describeFailure(error)}`,
          'Check the path and its permissions.',
        );
      }
  }
}
