import { loadAccount, loadRegion, MissingRegionError } from '@shapegate/client';
import { createGate, type Target, type Valid, type Waiver } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import { readToday } from '../read-today.ts';
import { selectSpecs } from '../selection/select-specs.ts';
import { Silencer } from '../silence/silencer.ts';
import { tellEnding } from '../silence/tell-ending.ts';
import { reportFiles } from '../specs/compare-specs.ts';
import { keepFile } from '../specs/keep-file.ts';
import type { FileReport } from '../specs/lint-report.ts';
import { SpecLinter } from '../specs/lint-specs.ts';
import type { LintedFile } from '../specs/linted-file.ts';
import { readSpecOptions } from '../specs/spec-options.ts';
import { ToolProblem } from '../tool-problem.ts';

/** A document that a gate has passed. */
export interface CheckedSpec {
  readonly file: string;
  /** 0-based. */
  readonly document: number;
  readonly valid: Valid<unknown>;
}

/** All specs of a submission: `specs` is empty where one of them is refused. */
export interface CheckedSpecs {
  readonly specs: readonly CheckedSpec[];
  readonly reports: readonly FileReport[];
}

/** What the AWS environment and profile say, for specs that neither they nor the command line place. */
async function readFallback(profile: string | undefined): Promise<Target> {
  const target: { region?: string; account?: string } = {};
  try {
    target.region = await loadRegion(profile)();
  } catch (error) {
    if (!(error instanceof MissingRegionError)) throw error;
  }
  const account = await loadAccount(profile)();
  if (account !== null) target.account = account;
  return target;
}

/** Lets the gate decide on each document; what only the gate objects to is thrown, since lint has shown the rest. */
function passGate(linted: LintedFile, waivers: readonly Waiver[], today: string): CheckedSpec[] {
  const { file, api, rules, references, result, policies } = linted;
  const specs: CheckedSpec[] = [];
  for (const { index, request, target } of result.documents) {
    if (request === null) continue;
    const gate = createGate(api, {
      target,
      rules,
      references,
      waivers,
      today,
      policies,
      spec: { file, document: index },
    });
    const checked = gate.check(request.operation, request.input);
    if (checked.verdict === 'valid') specs.push({ file, document: index, valid: checked.request });
    else if (!result.findings.some(({ severity, document }) => severity === 'error' && document === index)) {
      const reason =
        checked.verdict === 'error' ? checked.reason : checked.findings.map(({ message }) => message).join('; ');
      throw new ToolProblem(`${file}: ${reason}`);
    }
  }
  return specs;
}

/** Checks every document of the named files as a gate does: no comment and no baseline silences what it finds, waivers do. */
export async function checkSpecs(args: Arguments): Promise<CheckedSpecs> {
  const fallback = await readFallback(args.text('profile'));
  const linter = new SpecLinter({ ...readSpecOptions(args), fallback, enforced: true });
  const today = readToday();
  const files: LintedFile[] = [];
  for (const spec of (await selectSpecs(args, args.positionals)).specs) {
    const linted = await linter.lint(spec);
    if (linted !== null) files.push(linted);
  }
  const { finder, policyRules } = linter;
  const silencer = new Silencer({ inline: false, enforced: true, today, finder, policyRules });
  const specs = files.flatMap((linted) => passGate(linted, silencer.findWaivers(linted), today));
  const kept = files.map((linted) => keepFile(linted, true));
  const reports = reportFiles(kept).map((report, index) => {
    const findings = silencer.silence(kept[index] as (typeof kept)[number], report.findings);
    return Object.assign(report, { findings, text: files[index]?.result.source.text ?? '' });
  });
  tellEnding(silencer.listEnding());
  const isRefused = reports.some(({ findings }) =>
    findings.some(({ severity, suppressed }) => severity === 'error' && suppressed === null),
  );
  return { specs: isRefused ? [] : specs, reports };
}
