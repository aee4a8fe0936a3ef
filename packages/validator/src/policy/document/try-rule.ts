import { parsePointer } from '../../diagnostic/pointer.ts';
import { isObject } from '../../shape/json.ts';
import { RuleBudget, SpecBudget } from '../language/budget.ts';
import { askRule, makeValues, type RuleProgram } from '../run/run-rule.ts';
import type { EffectiveRule } from './effective-rule.ts';
import type { RuleTest } from './prepare-tests.ts';

/** How a test went. */
export interface TestOutcome {
  readonly test: RuleTest;
  /** False for a request that the rule was not asked about. */
  readonly isAsked: boolean;
  /** Null where the rule did what the test expects. */
  readonly fault: string | null;
}

/** Runs a test. Never throws. */
export function runTest(program: RuleProgram, test: RuleTest, budget: SpecBudget = new SpecBudget()): TestOutcome {
  const { isAsked, hits, failure } = askRule(program, test.request, makeValues(test.request), new RuleBudget(budget));
  if (failure !== null) return { test, isAsked, fault: `the rule cannot be decided: ${failure.message}` };
  const [hit] = hits;
  if (test.expects === 'pass')
    return {
      test,
      isAsked,
      fault: hit === undefined ? null : `expected to pass, but the rule objects: ${hit.message}`,
    };
  const why = isAsked ? 'the rule has no objection' : 'the rule is not asked about it';
  return { test, isAsked, fault: hit === undefined ? `expected to fail, but ${why}` : null };
}

/** Reports what makes the tests of a rule too few to trust it: it must be seen to pass and to fail. */
export function reportMissingTests(rule: EffectiveRule): void {
  if (rule.field('assert') === undefined) return;
  const { place, pointer: holder } = rule.lastChange;
  const missing = (['pass', 'fail'] as const).filter(
    (key) => rule.tests[key].length === 0 && !rule.tests.unread.has(key),
  );
  const [key, ...others] = missing;
  if (key === undefined) return;
  const isHere = parsePointer(holder).length > 0 && isObject(place.valueAt(`${holder}/tests`));
  const isOne = others.length === 0;
  place.report(
    isHere && isOne ? `${holder}/tests/${key}` : `${holder}/tests`,
    isOne ? `the rule has no test that ${key === 'pass' ? 'passes' : 'fails'}` : 'the rule has no tests',
    {
      help: 'A rule needs one that passes and one that fails: it must have been seen to do both.',
      part: isHere && !isOne ? 'key' : 'parent',
    },
  );
}

/** Reports a rule that is asked about none of the requests that are to pass, and one whose requests that are to fail the model refuses. */
export function reportUselessTests(rule: EffectiveRule, outcomes: readonly TestOutcome[]): void {
  if (rule.field('assert') === undefined) return;
  const passing = listHolding(rule, outcomes, 'pass');
  const [passed] = passing;
  if (passed !== undefined && passing.every(({ isAsked }) => !isAsked))
    passed.test.text.place.report(
      passed.test.text.pointer,
      'the test is useless: the rule is not asked about it, and no other test passes',
      { help: 'Add a request that `when` holds for and that is as it should be.' },
    );
  const [failed, ...others] = listHolding(rule, outcomes, 'fail').map(({ test }) => test);
  if (failed === undefined || failed.refusal === null || others.some(({ refusal }) => refusal === null)) return;
  const { text, refusal } = failed;
  text.place.report(
    text.input.pointer + refusal.pointer,
    'the test is useless: the model refuses it anyway, and no other test fails',
    { help: `The model says: ${refusal.message}. Add a request that only the rule objects to.` },
  );
}

/** The tests of one kind; none where one of them does not hold or cannot be asked, which is told already. */
function listHolding(
  { tests }: EffectiveRule,
  outcomes: readonly TestOutcome[],
  kind: 'pass' | 'fail',
): readonly TestOutcome[] {
  const ours = outcomes.filter(({ test }) => test.expects === kind);
  const isWhole = ours.length === tests[kind].length && !tests.unread.has(kind);
  return isWhole && ours.every(({ fault }) => fault === null) ? ours : [];
}
