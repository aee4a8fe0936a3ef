import type { Finding } from '@shapegate/validator';
import type { FileReport } from '../specs/lint-report.ts';
import { escapeText } from './escape.ts';
import { type EndingWaiver, wordEnding } from './run-facts.ts';
import { seeFromWorkspace } from './workspace.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const;

function escapeData(text: string): string {
  return escapeText(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

type Annotated = Pick<Finding, 'rule' | 'severity' | 'message' | 'help' | 'range'>;

function writeAnnotation(file: string, { rule, severity, message, help, range: { start, end } }: Annotated): string {
  const properties = [`file=${escapeProperty(file)}`, `line=${start.line}`];
  // GitHub takes columns only for a place within one line, the last one included.
  if (end.line === start.line)
    properties.push(`col=${start.column}`, `endColumn=${Math.max(start.column, end.column - 1)}`);
  else properties.push(`endLine=${end.column === 1 ? Math.max(start.line, end.line - 1) : end.line}`);
  properties.push(`title=${escapeProperty(rule)}`);
  return `::${commands[severity]} ${properties.join(',')}::${escapeData(help === '' ? message : `${message}\n${help}`)}\n`;
}

/** The answer of lint as orders to GitHub to annotate lines, waivers that end soon last; what is suppressed is left out. */
export function formatGithub(
  reports: readonly FileReport[],
  prefix: string,
  endingWaivers: readonly EndingWaiver[] = [],
): string {
  const out: string[] = [];
  for (const { file, findings } of reports)
    for (const finding of findings)
      if (finding.suppressed === null) out.push(writeAnnotation(seeFromWorkspace(prefix, file), finding));
  for (const waiver of endingWaivers) {
    const { file, range } = waiver;
    const said = { rule: 'waiver', severity: 'info', message: wordEnding(waiver), help: '', range } as const;
    out.push(writeAnnotation(seeFromWorkspace(prefix, file), said));
  }
  return out.join('');
}
