import type { Finding } from '@shapegate/validator';
import { type FileReport, type Summary, summarize } from '../specs/lint-report.ts';
import { drawFrame } from './code-frame.ts';
import { escapeLine, escapeText } from './escape.ts';
import { chooseStyle, type Style } from './style.ts';

/** A help of several lines keeps its indentation. */
function indent(text: string): string {
  return text.replaceAll('\n', '\n    ');
}

function formatFinding(finding: Finding, file: string, lines: readonly string[], style: Style): string {
  const { start } = finding.range;
  const mark = style[finding.severity];
  const place = style.strong(`${escapeLine(file)}:${start.line}:${start.column}`);
  const out = [`${place} ${mark(finding.severity)} ${finding.rule}`, `  ${indent(escapeText(finding.message))}`];
  out.push(drawFrame(lines, finding.range, mark, style));
  for (const { file: other, range, message } of finding.related)
    out.push(
      `  ${style.faint('see')} ${escapeLine(other)}:${range.start.line}:${range.start.column} ${escapeLine(message)}`,
    );
  if (finding.help !== '') out.push(`  ${style.faint('help')} ${indent(escapeText(finding.help))}`);
  return `${out.join('\n')}\n`;
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** The last line: what was found in how many files. */
export function formatSummary(summary: Summary, style: Style): string {
  const { files, documents, errors, warnings, infos } = summary;
  const parts = [
    errors > 0 ? style.error(count(errors, 'error')) : '',
    warnings > 0 ? style.warning(count(warnings, 'warning')) : '',
    infos > 0 ? style.info(`${infos} info`) : '',
  ].filter((part) => part !== '');
  const found = parts.length === 0 ? 'nothing to say' : parts.join(', ');
  return `${found} in ${count(documents, 'spec')} of ${count(files, 'file')}\n`;
}

/** The answer of lint for people: each finding with the text it is about, and a last line that counts. */
export function formatPretty(reports: readonly FileReport[], color: boolean): string {
  const style = chooseStyle(color);
  const out: string[] = [];
  for (const { file, text, findings } of reports) {
    if (findings.length === 0) continue;
    const lines = text.split(/\r\n|\n|\r/);
    for (const finding of findings)
      if (finding.suppressed === null) out.push(formatFinding(finding, file, lines, style));
  }
  out.push(formatSummary(summarize(reports), style));
  return out.join('\n');
}
