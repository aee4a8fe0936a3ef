import type { PolicyProblem } from '@shapegate/validator/policy';
import { groupProblems } from '../../policy/policy-shelf.ts';
import type { ReadPolicyFile } from '../../policy/read-policy-files.ts';
import type { FileReport } from '../../specs/lint-report.ts';

/** Policy files as reports, for the same answers as those about specs; `documents` counts none, since these are no specs. */
export function reportPolicies(files: readonly ReadPolicyFile[], problems: readonly PolicyProblem[]): FileReport[] {
  const broken = new Map(groupProblems(problems).map(({ file, findings }) => [file, findings]));
  return files.map(({ file, text }) => ({
    file,
    text: typeof text === 'string' ? text : new TextDecoder().decode(text),
    documents: 0,
    findings: broken.get(file) ?? [],
  }));
}
