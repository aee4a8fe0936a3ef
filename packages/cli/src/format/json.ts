import type { Finding } from '@shapegate/validator';
import { type FileReport, summarize } from '../specs/lint-report.ts';
import { version } from '../version.ts';
import { writeJson } from './escape.ts';

function writeFinding(finding: Finding): object {
  const { rule, severity, message, help, pointer, document, range, related, fix, suppressed, valueHash } = finding;
  const docs = `shapegate explain ${rule}`;
  return { rule, severity, message, help, docs, pointer, document, range, related, fix, suppressed, valueHash };
}

/** The answer of lint as JSON, for programs. */
export function formatJson(reports: readonly FileReport[]): string {
  const files = reports.map(({ file, documents, findings }) => ({
    file,
    documents,
    findings: findings.map(writeFinding),
  }));
  const answer = { version: 1, tool: { name: 'shapegate', version }, files, summary: summarize(reports) };
  return writeJson(answer);
}
