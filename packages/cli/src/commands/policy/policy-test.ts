import { compileLinear } from '@shapegate/validator/leaves';
import { createMutationBudget, type LoadedRule, measureCoverage, mutateRule } from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import { writeOutputs } from '../../format/outputs.ts';
import { type PolicyTestReport, writeTestReport } from '../../format/policy-tests.ts';
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
  const isChosen = readRun(args);
  const answer = { format, file: null };
  return answerProblems([answer], async () => {
    const named = await findNamedPolicies(args);
    const { problems } = named.loaded;
    if (problems.length === 0) return test(named, { format, threshold, isChosen }, args);
    await writeOutputs([answer], reportPolicies(named.files, problems));
    return 2;
  });
}

interface TestOptions {
  readonly format: TestFormat;
  readonly threshold: number | null;
  isChosen(rule: string): boolean;
}

function test({ loaded }: NamedPolicies, { format, threshold, isChosen }: TestOptions, args: Arguments): number {
  const rules = loaded.rules.filter(({ rule }) => rule.isEnabled && isChosen(rule.id));
  // A run that looks at nothing must not look like one that found nothing.
  if (rules.length === 0) throw new ToolProblem('no rule was tested', "`--run` takes a part of a rule's id.");
  const report = examine(rules, args.flag('coverage') || threshold !== null, args.flag('mutate'), threshold);
  write(1, writeTestReport(report, format));
  return report.hasFailed ? 1 : 0;
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
  const text = args.text('format') ?? 'pretty';
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

function readRun(args: Arguments): (rule: string) => boolean {
  const pattern = args.text('run');
  if (pattern === undefined) return () => true;
  const matcher = compileLinear(pattern);
  if (matcher === null)
    throw new ToolProblem(`--run is \`${pattern}\`, expected a regular expression without look-around`);
  return (rule) => matcher.test(rule);
}
