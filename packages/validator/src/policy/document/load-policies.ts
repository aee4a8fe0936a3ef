import type { PolicyProblem } from '../../check/policy-set.ts';
import type { Api } from '../../shape/api.ts';
import { buildRule, type RuleProgram } from '../run/run-rule.ts';
import { type CheckedRule, checkRule } from './check-rule.ts';
import type { EffectiveRule } from './effective-rule.ts';
import { SpecBudget, testSteps } from './expression.ts';
import { gatherRules } from './gather-rules.ts';
import type { LoadOptions } from './load-options.ts';
import { makeAskable } from './make-askable.ts';
import { prepareTests, type RuleTest } from './prepare-tests.ts';
import type { PolicyFile } from './read-policies.ts';
import { reportMissingTests, reportUselessTests, runTest, type TestOutcome } from './try-rule.ts';

/** A rule with everything that is made of it. */
export interface LoadedRule {
  readonly rule: EffectiveRule;
  /** By operation. */
  readonly checked: ReadonlyMap<string, CheckedRule>;
  readonly programs: ReadonlyMap<string, RuleProgram>;
  readonly tests: readonly RuleTest[];
  readonly outcomes: readonly TestOutcome[];
}

/** Policies as they were read, tests and all. */
export interface LoadedPolicies {
  /** By id; those that are not sound are left out. */
  readonly rules: readonly LoadedRule[];
  /** What is wrong with the policies themselves. */
  readonly problems: readonly PolicyProblem[];
  /** Tests that do not go as they say. */
  readonly failures: readonly PolicyProblem[];
}

/** Characters of expressions that all rules have together, each as often as it is for another operation: a rule has hundreds. */
const mostText = 524_288;

/** Reads policies, checks them against an API and runs their tests. Never throws. */
export function loadPolicies(files: readonly PolicyFile[], api: Api, options: LoadOptions = {}): LoadedPolicies {
  const problems: PolicyProblem[] = [];
  const gathered = gatherRules(files, api, problems, options);
  const excess = 'the tests of all rules take more than 4,000,000 steps';
  const budget = new SpecBudget(testSteps, excess);
  const rules = gathered.slice(0, countChecked(gathered)).flatMap((rule) => loadRule(rule, api, budget) ?? []);
  const failures: PolicyProblem[] = [];
  for (const { outcomes } of rules) for (const outcome of outcomes) reportFailure(outcome, failures);
  return { rules, problems: sortProblems(problems), failures: sortProblems(failures) };
}

/** The rules that are checked, which are all unless their text is beyond all measure; that is reported. */
function countChecked(rules: readonly EffectiveRule[]): number {
  let text = 0;
  for (const [index, rule] of rules.entries()) {
    const own = (['when', 'each', 'assert', 'message'] as const).map((field) => rule.field(field)?.length ?? 0);
    text += own.reduce((sum, length) => sum + length, 0) * rule.operations.length;
    if (text <= mostText) continue;
    rule.place.report(rule.pointer, 'the rules have more than 512 KiB of expressions up to here');
    return index;
  }
  return rules.length;
}

/** @param budget of the tests of all rules */
function loadRule(rule: EffectiveRule, api: Api, budget: SpecBudget): LoadedRule | null {
  const checked = new Map<string, CheckedRule>();
  for (const { value: operation } of rule.operations) {
    const sound = checkRule(rule, operation, api);
    if (sound !== null) checked.set(operation, sound);
  }
  if (checked.size === 0 || checked.size < rule.operations.length) return null;
  const programs = new Map([...checked].map(([operation, each]) => [operation, buildRule(makeAskable(each))]));
  reportIdleRule(rule);
  if (!rule.isEnabled) return { rule, checked, programs, tests: [], outcomes: [] };
  reportMissingTests(rule);
  const tests = prepareTests(rule, api);
  const outcomes = tests.flatMap((test) => {
    const program = programs.get(test.request.operation);
    return program === undefined ? [] : [runTest(program, test, budget)];
  });
  reportUselessTests(rule, outcomes);
  return { rule, checked, programs, tests, outcomes };
}

/** Reports a rule that is turned off where it is stated, and that nothing turns on. */
function reportIdleRule({ isEnabled, layers: [first] }: EffectiveRule): void {
  if (isEnabled || first?.enabled !== false) return;
  first.place.report(`${first.pointer}/enabled`, 'the rule is turned off where it is stated, so it is never asked', {
    help: 'Take the rule out; `enabled: false` is for a rule of a policy that this one extends.',
  });
}

function reportFailure({ test, fault }: TestOutcome, failures: PolicyProblem[]): void {
  if (fault === null) return;
  const { place, pointer } = test.text;
  const before = place.problems.length;
  place.report(pointer, `the test does not hold: ${fault}`);
  failures.push(...place.problems.splice(before));
}

/** By file and place, each once: a rule for several operations has the same fault in each. */
export function sortProblems(problems: readonly PolicyProblem[]): PolicyProblem[] {
  const seen = new Set<string>();
  return problems
    .filter(({ file, finding: { range, message } }) => {
      const key = JSON.stringify([file, range, message]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort(
      (a, b) =>
        (a.file === b.file ? 0 : a.file < b.file ? -1 : 1) ||
        a.finding.range.start.line - b.finding.range.start.line ||
        a.finding.range.start.column - b.finding.range.start.column,
    );
}
