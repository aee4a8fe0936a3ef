import { resolve } from 'node:path';
import { findNearNames } from '@shapegate/validator';
import type { FileReport } from '../specs/lint-report.ts';
import type { Channel } from '../terminal.ts';
import { ToolProblem } from '../tool-problem.ts';
import { formatJson } from './json.ts';
import { plainLook, readLook } from './look.ts';
import { writeOutput } from './output-file.ts';
import { formatPretty } from './pretty.ts';
import type { ReportFormat } from './reports.ts';
import type { RunFacts } from './run-facts.ts';

/** Every form of an answer; `pretty` and `json` are at hand, the others are loaded when they are asked for. */
export const formatNames = [
  'pretty',
  'json',
  'sarif',
  'junit',
  'github',
  'gitlab',
  'checkstyle',
  'markdown',
] as const satisfies readonly ('pretty' | 'json' | ReportFormat)[];

export type FormatName = (typeof formatNames)[number];

/** One answer to give: its form, and the file it goes to instead of standard output. */
export interface Output {
  readonly format: FormatName;
  readonly file: string | null;
}

function refuseFormat(format: string, known: readonly FormatName[]): never {
  const near = findNearNames(format, known)[0];
  const question = near === undefined ? '' : `, did you mean \`${near}\`?`;
  throw new ToolProblem(
    `unknown format \`${format}\`${question}`,
    `Known are ${known.join(', ')}, each with =FILE after it if it is to be written there.`,
  );
}

/** The form of a command that gives one answer. */
export function readOneFormat([text = 'pretty', ...others]: readonly string[]): string {
  if (others.length === 0) return text;
  throw new ToolProblem('`--format` is given more than once', 'This command gives one answer.');
}

/** Reads `--format` as it was given, `pretty` where it was not. Throws ToolProblem for a form that there is not. */
export function readOutputs(texts: readonly string[], known: readonly FormatName[] = formatNames): Output[] {
  const outputs = texts.map((text): Output => {
    const [name = '', ...rest] = text.split('=');
    const format = known.find((one) => one === name) ?? refuseFormat(name, known);
    if (rest.length > 0 && rest.join('=') === '')
      throw new ToolProblem(`no file after \`${text}\``, `Write --format ${format}=FILE.`);
    return { format, file: rest.length === 0 ? null : rest.join('=') };
  });
  const files = new Set<string>();
  for (const { file } of outputs) {
    if (file === null) continue;
    if (files.has(resolve(file))) throw new ToolProblem(`two formats are to be written to \`${file}\``);
    files.add(resolve(file));
  }
  return outputs.length === 0 ? [{ format: 'pretty', file: null }] : outputs;
}

async function formatReports(
  { format, file }: Output,
  reports: readonly FileReport[],
  channel: Channel,
  run: RunFacts,
) {
  if (format === 'json') return formatJson(reports);
  if (format === 'pretty') return formatPretty(reports, file === null ? readLook(channel) : plainLook);
  const { formatReport, writeJobSummary } = await import('./reports.ts');
  if (format === 'github') writeJobSummary(reports, run);
  return formatReport(format, reports, run);
}

/** Writes the answers, to their files or to the channel. Throws ToolProblem where a file cannot be written. */
export async function writeOutputs(
  outputs: readonly Output[],
  reports: readonly FileReport[],
  channel: Channel = 1,
  run: RunFacts = { failOn: 'error', isComplete: true, policyRules: [] },
): Promise<void> {
  for (const output of outputs) writeOutput(output.file, await formatReports(output, reports, channel, run), channel);
}
