import type { Finding } from '@shapegate/validator';

/** Why the tool cannot do its work: exit status 2, told in one paragraph. */
export class ToolProblem extends Error {
  override readonly name: string = 'ToolProblem';
  /** What to do about it, in a sentence. */
  readonly help: string;

  constructor(message: string, help = '') {
    super(message);
    this.help = help;
  }
}

/** A configuration file that does not say what it should, as findings that a JSON answer shows as well. */
export class ConfigProblem extends ToolProblem {
  override readonly name: string = 'ConfigProblem';
  readonly file: string;
  readonly findings: readonly Finding[];
  /** Every broken file, the first included. */
  readonly files: readonly BrokenFile[];

  constructor(file: string, findings: readonly Finding[], others: readonly BrokenFile[] = []) {
    const files = [{ file, findings }, ...others];
    super(files.flatMap(writeBroken).join('\n'));
    this.file = file;
    this.findings = findings;
    this.files = files;
  }
}

/** A configuration, policy or waiver file, and what is wrong with it. */
export interface BrokenFile {
  readonly file: string;
  readonly findings: readonly Finding[];
}

function writeBroken({ file, findings }: BrokenFile): string[] {
  return findings.map(({ range: { start }, message, help }) => {
    const advice = help === '' ? '' : ` (${help})`;
    return `${file}:${start.line}:${start.column}: ${message}${advice}`;
  });
}

/** True for a configuration problem from whichever bundle. */
export function isConfigProblem(error: unknown): error is ConfigProblem {
  return isToolProblem(error) && error.name === 'ConfigProblem';
}

/** True for both, from whichever bundle: each has classes of its own. */
export function isToolProblem(error: unknown): error is ToolProblem {
  return error instanceof Error && (error.name === 'ToolProblem' || error.name === 'ConfigProblem') && 'help' in error;
}
