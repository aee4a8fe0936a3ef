import { appendFileSync } from 'node:fs';
import { describeFailure } from '../disk.ts';
import type { FileReport } from '../specs/lint-report.ts';
import { ToolProblem } from '../tool-problem.ts';
import { formatCheckstyle } from './checkstyle.ts';
import { formatGithub } from './github.ts';
import { formatGitlab } from './gitlab.ts';
import { formatJunit } from './junit.ts';
import { formatMarkdown } from './markdown.ts';
import type { RunFacts } from './run-facts.ts';
import { formatSarif } from './sarif.ts';
import { findWorkspacePrefix } from './workspace.ts';

/** The forms that are written here. */
export type ReportFormat = 'sarif' | 'junit' | 'github' | 'gitlab' | 'checkstyle' | 'markdown';

/** Characters that GitHub takes in a comment, with some to spare; a job summary takes sixteen times as many bytes. */
const commentLimit = 60_000;
const summaryLimit = 240_000;

/** The answer of lint in a form that other programs ask for; it is loaded when one is asked for. */
export function formatReport(format: ReportFormat, reports: readonly FileReport[], run: RunFacts): string {
  switch (format) {
    case 'sarif':
      return formatSarif(reports, findWorkspacePrefix(), run);
    case 'junit':
      return formatJunit(reports, run.failOn);
    case 'github':
      return formatGithub(reports, findWorkspacePrefix(), run.endingWaivers);
    case 'gitlab':
      return formatGitlab(reports, findWorkspacePrefix());
    case 'checkstyle':
      return formatCheckstyle(reports);
    case 'markdown':
      return formatMarkdown(reports, commentLimit, run.endingWaivers);
  }
}

/** Appends the findings to the page of the job where GitHub has named a file for it. Throws ToolProblem. */
export function writeJobSummary(reports: readonly FileReport[], { endingWaivers }: RunFacts): void {
  const file = process.env.GITHUB_STEP_SUMMARY ?? '';
  if (file === '') return;
  try {
    appendFileSync(file, formatMarkdown(reports, summaryLimit, endingWaivers));
  } catch (error) {
    throw new ToolProblem(
      `cannot write to GITHUB_STEP_SUMMARY: ${describeFailure(error)}`,
      'Unset it where no summary is wanted.',
    );
  }
}
