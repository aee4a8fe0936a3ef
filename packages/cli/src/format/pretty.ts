import type { Finding } from '@shapegate/validator';
import { type FileReport, type Summary, summarize } from '../specs/lint-report.ts';
import { drawFrame } from './code-frame.ts';
import { escapeLine, escapeText } from './escape.ts';
import type { Look } from './look.ts';
import { chooseStyle, type Style } from './style.ts';

/** A help of several lines keeps its indentation. */
function indent(text: string): string {
  return text.replaceAll('\n', '\n    ');
}

interface Sheet {
  readonly style: Style;
  readonly width: number | null;
}

function showPlace(file: string, { start }: Finding['range'], style: Style): string {
  const place = style.strong(`${escapeLine(file)}:${start.line}:${start.column}`);
  return style.link(place, file);
}

function formatFinding(finding: Finding, file: string, lines: readonly string[], { style, width }: Sheet): string {
  const mark = style[finding.severity];
  const place = showPlace(file, finding.range, style);
  const out = [
    `${place} ${mark(finding.severity)} ${escapeLine(finding.rule)}`,
    `  ${indent(escapeText(finding.message))}`,
  ];
  out.push(drawFrame(lines, finding.range, mark, style, width));
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

/** The last line: what was found in how many files, what is silenced, and what `--fix` is for. */
function formatSummary(summary: Summary, style: Style): string {
  const { files, documents, errors, warnings, infos, suppressed, fixable } = summary;
  const parts = [
    errors > 0 ? style.error(count(errors, 'error')) : '',
    warnings > 0 ? style.warning(count(warnings, 'warning')) : '',
    infos > 0 ? style.info(`${infos} info`) : '',
  ].filter((part) => part !== '');
  const found = parts.length === 0 ? 'nothing to say' : parts.join(', ');
  const silenced = suppressed > 0 ? `; ${suppressed} suppressed` : '';
  const fixes = fixable > 0 ? `; --fix can correct ${fixable}` : '';
  // A policy is no spec.
  const where =
    documents === 0 && files > 0 ? count(files, 'file') : `${count(documents, 'spec')} of ${count(files, 'file')}`;
  return `${found} in ${where}${silenced}${fixes}\n`;
}

/** The answer of lint for people: each finding with the text it is about, and a last line that counts. */
export function formatPretty(reports: readonly FileReport[], { color, links, width }: Look): string {
  const style = chooseStyle(color, links);
  const out: string[] = [];
  for (const { file, text, findings } of reports) {
    if (findings.length === 0) continue;
    const lines = text.split(/\r\n|\n|\r/);
    for (const finding of findings)
      if (finding.suppressed === null) out.push(formatFinding(finding, file, lines, { style, width }));
  }
  out.push(formatSummary(summarize(reports), style));
  return out.join('\n');
}
