import { compileLinear } from '@shapegate/validator/leaves';
import { createMutationBudget, type LoadedRule, measureCoverage, mutateRule } from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import { readOneFormat, writeOutputs } from '../../format/outputs.ts';
import { type PolicyTestReport, writeTestReport } from '../../format/policy-tests.ts';
import { diskPolicies } from '../../policy/disk-policies.ts';
import { verifyChoices } from '../../policy/policy-shelf.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';
import { findNamedPolicies, type NamedPolicies } from './named-policies.ts';
import { answerProblems, reportPolicies } from './policy-reports.ts';

type TestFormat = 'pretty' | 'json' | 'junit';
const formats: readonly TestFormat[] = ['pretty', 'json', 'junit'];

/** `shapegate policy test`: 0 where every test holds, 1 where one fails, a mutant survives or too little is covered, 2 for an invalid policy. */
export async function policyTest(args: Arguments): Promise<number> {
  const format = readFormat(args);
  const threshold = readThreshold(args);
  const chosen = readRun(args);
  const answer = { format, file: null };
  return answerProblems([answer], async () => {
    const named = await findNamedPolicies(args);
    const { problems } = named.loaded;
    if (problems.length === 0) verifyChoices(named.choices, named.files, diskPolicies);
    if (problems.length === 0) return test(named, { format, threshold, chosen }, args);
    await writeOutputs([answer], reportPolicies(named.files, problems));
    return 2;
  });
}

/** What `--run` says. */
interface RuleChoice {
  readonly pattern: string;
  fits(rule: string): boolean;
}

interface TestOptions {
  readonly format: TestFormat;
  readonly threshold: number | null;
  /** Rules are tested that one of these fits; all where there are none. */
  readonly chosen: readonly RuleChoice[];
}

function test({ loaded }: NamedPolicies, { format, threshold, chosen }: TestOptions, args: Arguments): number {
  const choices = chosen.length === 0 ? [everyRule] : chosen;
  for (const choice of choices) refuseIdleChoice(choice, loaded.rules);
  const enabled = loaded.rules.filter(({ rule }) => rule.isEnabled);
  const rules = enabled.filter(({ rule }) => choices.some(({ fits }) => fits(rule.id)));
  const report = examine(rules, args.flag('coverage') || threshold !== null, args.flag('mutate'), threshold);
  write(1, writeTestReport(report, format));
  return report.hasFailed ? 1 : 0;
}

const everyRule: RuleChoice = { pattern: '', fits: () => true };

/** A run that looks at nothing must not look like one that found nothing. */
function refuseIdleChoice({ pattern, fits }: RuleChoice, loaded: readonly LoadedRule[]): void {
  const named = loaded.filter(({ rule }) => fits(rule.id));
  if (named.some(({ rule }) => rule.isEnabled)) return;
  const [off] = named;
  throw new ToolProblem(
    pattern === '' ? 'no rule was tested' : `no rule was tested of \`--run ${pattern}\``,
    off === undefined ? "`--run` takes a part of a rule's id." : `\`${off.rule.id}\` is turned off.`,
  );
}

function examine(
  rules: readonly LoadedRule[],
  isCovered: boolean,
  isMutated: boolean,
  threshold: number | null,
): PolicyTestReport {
  const budget = createMutationBudget();
  const tested = rules.map((loaded) => ({
    rule: loaded.rule.id,
    file: loaded.rule.place.file,
    line: loaded.rule.place.rangeOf(`${loaded.rule.pointer}/id`).start.line,
    tests: loaded.outcomes.map(({ test, fault }) => ({
      expects: test.expects,
      index: test.index,
      file: test.text.place.file,
      range: test.text.place.rangeOf(test.text.pointer),
      fault,
    })),
    coverage: isCovered ? measureCoverage(loaded) : null,
    mutation: isMutated ? mutateRule(loaded, budget) : null,
  }));
  const least = threshold ?? 0;
  const hasFailed = tested.some(
    ({ tests, coverage, mutation }) =>
      tests.some(({ fault }) => fault !== null) ||
      (mutation !== null && mutation.survivors.length > 0) ||
      (coverage !== null && coverage.covered * 100 < least * coverage.total),
  );
  return { rules: tested, threshold, hasFailed };
}

function readFormat(args: Arguments): TestFormat {
  const text = readOneFormat(args.texts('format'));
  const format = formats.find((each) => each === text);
  if (format === undefined) throw new ToolProblem(`unknown format \`${text}\``, `Known are ${formats.join(', ')}.`);
  return format;
}

function readThreshold(args: Arguments): number | null {
  const percent = args.number('coverage-threshold');
  if (percent === undefined) return null;
  if (percent >= 0 && percent <= 100) return percent;
  throw new ToolProblem(`--coverage-threshold is \`${args.text('coverage-threshold')}\`, expected 0 to 100`);
}

function readRun(args: Arguments): RuleChoice[] {
  return args.texts('run').map((pattern) => {
    const matcher = compileLinear(pattern);
    if (matcher === null)
      throw new ToolProblem(`--run is \`${pattern}\`, expected a regular expression without look-around`);
    return { pattern, fits: (rule) => matcher.test(rule) };
  });
}
