import type { Finding, FindingSeverity } from '@shapegate/validator';

/** What lint has to say of one file. */
export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly file: string;
  /** What was read, without a byte order mark: for code frames. */
  readonly text: string;
  readonly documents: number;
  readonly findings: readonly Finding[];
}

/** Counts over all files; suppressed findings count as nothing else. */
export interface Summary {
  readonly files: number;
  readonly documents: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly suppressed: number;
  readonly fixable: number;
}

/** Adds up what was found. */
export function summarize(reports: readonly FileReport[]): Summary {
  const counts: Record<FindingSeverity, number> = { error: 0, warning: 0, info: 0 };
  let documents = 0;
  let suppressed = 0;
  let fixable = 0;
  for (const report of reports) {
    documents += report.documents;
    for (const finding of report.findings) {
      if (finding.suppressed !== null) suppressed++;
      else counts[finding.severity]++;
      if (finding.suppressed === null && finding.fix !== null) fixable++;
    }
  }
  const { error: errors, warning: warnings, info: infos } = counts;
  return { files: reports.length, documents, errors, warnings, infos, suppressed, fixable };
}
