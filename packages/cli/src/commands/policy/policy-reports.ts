import type { PolicyProblem } from '@shapegate/validator/policy';
import { type Output, writeOutputs } from '../../format/outputs.ts';
import { groupProblems } from '../../policy/policy-shelf.ts';
import type { ReadPolicyFile } from '../../policy/read-policy-files.ts';
import type { FileReport } from '../../specs/lint-report.ts';
import { isConfigProblem } from '../../tool-problem.ts';

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

/** Does the work of a command. Of a file that ends it, programs that read the answer are told in it; a person reads the problem itself. */
export async function answerProblems(outputs: readonly Output[], work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    if (isConfigProblem(error)) {
      const reports = error.files.map(({ file, findings }) => ({ file, text: '', documents: 1, findings }));
      await writeOutputs(
        outputs.filter(({ format }) => format !== 'pretty'),
        reports,
      );
    }
    throw error;
  }
}
