import { type Api, type Finding, lintAcross, type RuleSettings } from '@shapegate/validator';
import type { FileReport } from './lint-report.ts';
import type { LintedFile } from './lint-specs.ts';
import { byPlace } from './sort-findings.ts';

/** The options of the rules across specs, without severities: of files that disagree the first to state one holds. */
function joinOptions(files: readonly LintedFile[]): RuleSettings {
  const joined: Record<string, RuleSettings[string]> = {};
  for (const { rules } of files)
    for (const [id, setting] of Object.entries(rules)) {
      if (!id.startsWith('cross/') || typeof setting === 'string') continue;
      const { severity: _, ...options } = setting;
      joined[id] = Object.assign({}, options, joined[id]);
    }
  return joined;
}

/** What the specs of one run repeat of each other, by file, at the severity that each file's configuration says. */
export function compareSpecs(files: readonly LintedFile[]): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  const byApi = new Map<Api, LintedFile[]>();
  for (const file of files) byApi.set(file.api, [...(byApi.get(file.api) ?? []), file]);
  for (const [api, group] of byApi) {
    const rulesOf = new Map(group.map(({ file, rules }) => [file, rules]));
    const across = lintAcross(
      group.map(({ file, result }) => ({ file, documents: result.documents })),
      { api, rules: joinOptions(group) },
    );
    for (const { file, finding } of across) {
      const setting = rulesOf.get(file)?.[finding.rule];
      const severity = (typeof setting === 'object' ? setting.severity : setting) ?? finding.severity;
      if (severity === 'off') continue;
      found.set(file, [...(found.get(file) ?? []), Object.assign({}, finding, { severity })]);
    }
  }
  return found;
}

/** The reports of a run: what each file has, and what it repeats of another. */
export function reportFiles(files: readonly LintedFile[]): FileReport[] {
  const repeated = compareSpecs(files);
  return files.map(({ file, result }) => {
    const more = repeated.get(file) ?? [];
    const findings = more.length === 0 ? result.findings : [...result.findings, ...more].sort(byPlace);
    return { file, text: findings.length === 0 ? '' : result.source.text, documents: result.documentCount, findings };
  });
}
