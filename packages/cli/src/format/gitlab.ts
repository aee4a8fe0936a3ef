import type { FileReport } from '../specs/lint-report.ts';
import { writeJson } from './escape.ts';
import { Fingerprints } from './fingerprints.ts';
import { seeFromWorkspace } from './workspace.ts';

const severities = { error: 'major', warning: 'minor', info: 'info' } as const;

/** The answer of lint as GitLab's code quality report; what is suppressed is left out. */
export function formatGitlab(reports: readonly FileReport[], prefix: string): string {
  const fingerprints = new Fingerprints();
  const issues: object[] = [];
  for (const { file, findings } of reports) {
    const path = seeFromWorkspace(prefix, file);
    for (const finding of findings) {
      const { rule, severity, message, help, suppressed, range } = finding;
      const fingerprint = fingerprints.take(path, finding);
      if (suppressed !== null) continue;
      issues.push({
        description: help === '' ? message : `${message}: ${help}`,
        check_name: rule,
        fingerprint,
        severity: severities[severity],
        location: { path, lines: { begin: range.start.line, end: range.end.line } },
      });
    }
  }
  return writeJson(issues);
}
