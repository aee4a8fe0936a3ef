import type { Finding } from '@shapegate/validator';
import { type FileReport, type Summary, summarize } from '../specs/lint-report.ts';
import { writeCode, writeMessage } from './markdown-text.ts';
import { type EndingWaiver, wordEnding } from './run-facts.ts';

/** An action finds the comment that it wrote before by this first line. */
const marker = '<!-- shapegate -->';

const mostEndings = 10;

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

function writeHeading({ files, documents, errors, warnings, infos, suppressed, fixable }: Summary): string {
  const found = [
    ...(errors > 0 ? [count(errors, 'error')] : []),
    ...(warnings > 0 ? [count(warnings, 'warning')] : []),
    ...(infos > 0 ? [`${infos} info`] : []),
  ];
  const rest = [
    ...(suppressed > 0 ? [`${suppressed} suppressed`] : []),
    ...(fixable > 0 ? [`\`shapegate lint --fix\` can correct ${fixable}`] : []),
  ];
  const said = found.length === 0 ? 'nothing to say' : found.join(', ');
  return `${[`**shapegate**: ${said} in ${count(documents, 'spec')} of ${count(files, 'file')}`, ...rest].join('; ')}.`;
}

function writeRow(file: string, { severity, rule, message, help, range: { start } }: Finding): string {
  const said = [message, help].filter((text) => text !== '').map(writeMessage);
  const place = writeCode(`${file}:${start.line}:${start.column}`);
  return `| ${severity} | ${place} | ${writeCode(rule)} | ${said.join('<br>')} |`;
}

/** Waivers that end soon, a few of them by name. */
function writeEndings(waivers: readonly EndingWaiver[]): string[] {
  if (waivers.length === 0) return [];
  const lines = waivers.slice(0, mostEndings).map((waiver) => {
    const { file, range } = waiver;
    return `- ${writeCode(`${file}:${range.start.line}:${range.start.column}`)} ${writeMessage(wordEnding(waiver))}`;
  });
  if (waivers.length > mostEndings) lines.push(`- … and ${count(waivers.length - mostEndings, 'more waiver')}`);
  return [...lines, ''];
}

/**
 * The answer of lint as a comment on a pull request: a sentence, and a table of what is not suppressed.
 * @param limit characters that it has at most; findings beyond it are counted
 */
export function formatMarkdown(
  reports: readonly FileReport[],
  limit: number,
  endingWaivers: readonly EndingWaiver[] = [],
): string {
  const summary = summarize(reports);
  const lines = [marker, writeHeading(summary), '', ...writeEndings(endingWaivers)];
  const total = summary.errors + summary.warnings + summary.infos;
  if (total === 0) return lines.join('\n');
  lines.push('| severity | place | rule | finding |', '| --- | --- | --- | --- |');
  // Room for the sentence that says how many are left out.
  let room = limit - lines.join('\n').length - 100;
  let shown = 0;
  for (const { file, findings } of reports)
    for (const finding of findings) {
      if (finding.suppressed !== null || room < 0) continue;
      const row = writeRow(file, finding);
      room -= row.length + 1;
      if (room < 0) continue;
      lines.push(row);
      shown++;
    }
  if (shown < total) lines.push('', `… and ${count(total - shown, 'more finding')}.`);
  return `${lines.join('\n')}\n`;
}
