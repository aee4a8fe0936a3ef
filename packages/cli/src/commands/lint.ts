import { resolve } from 'node:path';
import type { FindingSeverity } from '@shapegate/validator';
import type { Arguments } from '../arguments.ts';
import type { OpenCache } from '../cache.ts';
import { type FixTools, fixSpecs } from '../fix/fix-specs.ts';
import { printChanges, tellFixes } from '../fix/tell-fixes.ts';
import { escapeLine } from '../format/escape.ts';
import { readOutputs, writeOutputs } from '../format/outputs.ts';
import { readToday } from '../read-today.ts';
import { replaceFile } from '../replace-file.ts';
import { type Selection, selectSpecs } from '../selection/select-specs.ts';
import { settleReports } from '../silence/settle-reports.ts';
import { Silencer } from '../silence/silencer.ts';
import { tellEnding } from '../silence/tell-ending.ts';
import type { SpecFile } from '../specs/find-specs.ts';
import { type KeptFile, keepFile, textOf } from '../specs/keep-file.ts';
import { type FileReport, summarize } from '../specs/lint-report.ts';
import { SpecLinter } from '../specs/lint-specs.ts';
import { readSpecOptions } from '../specs/spec-options.ts';
import { write } from '../terminal.ts';
import { isConfigProblem, ToolProblem } from '../tool-problem.ts';
import { lintAll } from './lint-all.ts';
import { tellIdleSettings } from './tell-idle-settings.ts';
import { openTrusted, tellDifferences } from './trust.ts';

/** Throws ToolProblem where standard input and files are asked for. */
async function readSelection(args: Arguments, paths: readonly string[], linter: SpecLinter): Promise<Selection> {
  if (!args.flag('stdin')) return selectSpecs(args, paths, linter.finder.reader);
  if (args.positionals.length > 0) throw new ToolProblem('--stdin and paths exclude each other');
  for (const option of ['changed', 'shard'] as const)
    if (args.text(option) !== undefined) throw new ToolProblem(`--stdin and --${option} exclude each other`);
  const file = args.text('stdin-filename') ?? 'stdin.yaml';
  return { specs: [{ file, isNamed: true }], changed: null, isWhole: false };
}

/** What `--cache` remembers; null without it. Throws ToolProblem where it would have no say. */
async function openCacheFor(args: Arguments, linter: SpecLinter, specs: number): Promise<OpenCache | null> {
  if (!args.flag('cache')) return null;
  if (args.flag('stdin')) throw new ToolProblem('--stdin and --cache exclude each other');
  const { openCache } = await import('../cache.ts');
  return openCache(readSpecOptions(args), specs, (subject) => linter.describe(subject));
}

function tellUncached(problem: string | null): void {
  if (problem !== null) write(2, `note: nothing is remembered: ${escapeLine(problem)}\n`);
}

/** With `--changed-only-lines`, what was found on documents that have not changed is left out. */
function narrowReports(
  reports: readonly FileReport[],
  files: readonly KeptFile[],
  { changed }: Selection,
): readonly FileReport[] {
  const kept = new Map(files.map((each) => [each.file, each]));
  return reports.map((report) => {
    const file = kept.get(report.file);
    if (file === undefined || changed === null || report.findings.length === 0) return report;
    const findings = changed.keepChanged(file.path, textOf(file), report.findings);
    return Object.assign({}, report, { findings });
  });
}

/** Throws ToolProblem where options say different things of fixing. */
function readFixMode(args: Arguments): 'write' | 'print' | null {
  if (args.flag('fix') && args.flag('fix-dry-run')) throw new ToolProblem('--fix and --fix-dry-run exclude each other');
  if (args.flag('fix') && args.flag('stdin'))
    throw new ToolProblem('--fix has no file to write with --stdin', '`--fix-dry-run` prints what it would change.');
  if (args.flag('fix')) return 'write';
  return args.flag('fix-dry-run') ? 'print' : null;
}

/** Throws ToolProblem where options say different things of the baseline. */
function readBaselineMode(args: Arguments): 'write' | 'prune' | null {
  const [write, prune] = [args.flag('write-baseline'), args.flag('prune-baseline')];
  if (write && prune) throw new ToolProblem('--write-baseline and --prune-baseline exclude each other');
  const other = args.flag('stdin') ? '--stdin' : args.flag('fix-dry-run') ? '--fix-dry-run' : null;
  if ((write || prune) && other !== null)
    throw new ToolProblem(`--${write ? 'write' : 'prune'}-baseline and ${other} exclude each other`);
  return write ? 'write' : prune ? 'prune' : null;
}

/** Applies fixes, to the files or as a diff on standard output, and gives the files as they are with them. */
async function fixFiles(
  files: readonly KeptFile[],
  mode: 'write' | 'print',
  tools: FixTools,
): Promise<readonly KeptFile[]> {
  const fixed = await fixSpecs(files, tools);
  if (mode === 'print') printChanges(fixed);
  else
    for (const { kept, before, after } of fixed) {
      if (after === before) continue;
      replaceFile(kept.path, after, before);
      // A signal ends the run here.
      await new Promise(setImmediate);
    }
  tellFixes(fixed, mode === 'print' ? 'would fix' : 'fixed');
  return fixed.map(({ kept }) => kept);
}

function hasFailed(reports: readonly FileReport[], failOn: FindingSeverity, maxWarnings: number | undefined): boolean {
  const { errors, warnings, infos } = summarize(reports);
  if (maxWarnings !== undefined && warnings > maxWarnings) return true;
  return errors > 0 || (failOn !== 'error' && warnings > 0) || (failOn === 'info' && infos > 0);
}

/** `shapegate lint`: checks specs and says what it found; 1 where that is at or above `--fail-on`. */
export async function lint(args: Arguments): Promise<number> {
  const outputs = readOutputs(args.texts('format'));
  const maxWarnings = args.number('max-warnings');
  if (maxWarnings !== undefined && !(Number.isInteger(maxWarnings) && maxWarnings >= 0))
    throw new ToolProblem(`--max-warnings is \`${args.text('max-warnings')}\`, expected a number`);
  const fixMode = readFixMode(args);
  const baselineMode = readBaselineMode(args);
  const trusted = await openTrusted(args);
  const linter = new SpecLinter(readSpecOptions(args), trusted ?? undefined);
  try {
    const { configurations } = linter;
    const configured = configurations.find(({ says }) => says.failOn !== undefined)?.says.failOn;
    const paths = args.positionals.length === 0 ? ['.'] : args.positionals;
    const selection = await readSelection(args, paths, linter);
    const folders = selection.isWhole ? paths.map((folder) => resolve(folder)) : [];
    const cache = await openCacheFor(args, linter, selection.specs.length);
    linter.memory = cache?.specs ?? null;
    const input = args.flag('stdin') ? await linter.lint(selection.specs[0] as SpecFile, 0) : null;
    const files = input === null ? await lintAll(linter, selection.specs, args) : [keepFile(input, true)];
    tellUncached(cache?.problem ?? cache?.save(folders) ?? null);
    const { finder } = linter;
    const inline = !args.isOff('inline-suppressions');
    const silencer = new Silencer({
      inline,
      enforced: false,
      today: readToday(),
      finder,
      policyRules: linter.policyRules,
    });
    const tools: FixTools = {
      judge: (linted) => silencer.judge(linted),
      reopen: async ({ path }) => input ?? linter.lint({ file: path, isNamed: true }),
    };
    const fixed = fixMode === null ? files : await fixFiles(files, fixMode, tools);
    const settled = settleReports(fixed, silencer, baselineMode, folders);
    const reports = args.flag('changed-only-lines') ? narrowReports(settled, fixed, selection) : settled;
    if (trusted !== null) tellDifferences(trusted, args);
    tellIdleSettings(
      finder,
      files.map(({ path }) => path),
      folders,
    );
    const endingWaivers = silencer.listEnding();
    tellEnding(endingWaivers);
    const failOn = (args.text('fail-on') as FindingSeverity | undefined) ?? configured ?? 'error';
    // The diff alone is what a dry run has to give.
    await writeOutputs(outputs, reports, fixMode === 'print' ? 2 : 1, {
      failOn,
      isComplete: true,
      policyRules: linter.policyRules,
      endingWaivers,
    });
    if (reports.length === 0) write(2, 'no specs were found\n');
    return hasFailed(reports, failOn, maxWarnings) ? 1 : 0;
  } catch (error) {
    // Who asked for a form that programs read gets it, the broken file an entry of it; a person reads the problem itself.
    if (isConfigProblem(error))
      await writeOutputs(
        outputs.filter(({ format }) => format !== 'pretty'),
        error.files.map(({ file, findings }) => ({ file, text: '', documents: 1, findings })),
        1,
        { failOn: 'error', isComplete: false, policyRules: [] },
      );
    throw error;
  }
}
