import { writeOutput } from '../format/output-file.ts';
import type { Output } from '../format/outputs.ts';

/** The forms of an answer that is no report. */
export type AnswerFormat = 'pretty' | 'json';

/** Writes an answer to its files or to standard output, in each form that is asked for. Throws ToolProblem where a file cannot be written. */
export function writeAnswers(
  outputs: readonly Output[],
  writeAs: (format: AnswerFormat, file: string | null) => string,
): void {
  for (const { format, file } of outputs) writeOutput(file, writeAs(format === 'json' ? 'json' : 'pretty', file));
}
