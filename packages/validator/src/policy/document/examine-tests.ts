import type { Range } from '../../diagnostic/range.ts';
import { quoteValue } from '../../rule/quote-value.ts';
import { listBranches } from '../language/branches.ts';
import { mutationSteps, SpecBudget } from '../language/budget.ts';
import type { AskableRule, DecidingField } from '../run/askable-rule.ts';
import { buildRule, type RuleProgram } from '../run/run-rule.ts';
import { listEnums } from './change-literal.ts';
import type { CheckedRule } from './check-rule.ts';
import { type CheckedExpression, checkTree, type Expression } from './expression.ts';
import { listMutants } from './list-mutants.ts';
import type { LoadedRule } from './load-policies.ts';
import { makeAskable } from './make-askable.ts';
import { runTest } from './try-rule.ts';

/** A place in a policy, and what is to be said of it. */
export interface PolicyRemark {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

/** Which outcomes of a rule's conditions its tests have seen. */
export interface RuleCoverage {
  readonly rule: string;
  /** Two for each condition: seen true, and seen false. */
  readonly covered: number;
  readonly total: number;
  readonly missing: readonly PolicyRemark[];
}

/** How a rule's tests stand up to changes of the rule. */
export interface RuleMutation {
  readonly rule: string;
  readonly killed: number;
  /** Changes that no test notices. */
  readonly survivors: readonly PolicyRemark[];
}

const fields: readonly DecidingField[] = ['when', 'assert'];

/** Counts the outcomes that tests reach: of the whole, of each operand of `&&` and `||`, of the test of each `?:`. */
export function measureCoverage(loaded: LoadedRule): RuleCoverage {
  const seen = new Map<DecidingField, Map<number, Set<boolean>>>();
  for (const checked of loaded.checked.values()) {
    const program = buildRule(makeAskable(checked), (field) => (node, result) => {
      if (typeof result !== 'boolean') return;
      const byPlace = seen.get(field) ?? new Map<number, Set<boolean>>();
      seen.set(field, byPlace);
      const key = keyOf(node);
      byPlace.set(key, (byPlace.get(key) ?? new Set()).add(result));
    });
    for (const test of loaded.tests) if (test.request.operation === checked.operation) runTest(program, test);
  }
  const missing: PolicyRemark[] = [];
  let total = 0;
  const [checked] = loaded.checked.values();
  for (const field of fields) {
    const expression = checked?.[field] ?? null;
    if (checked === undefined || expression === null) continue;
    for (const node of listBranches(expression.checked.tree)) {
      for (const outcome of [true, false]) {
        total += 1;
        if (seen.get(field)?.get(keyOf(node))?.has(outcome) === true) continue;
        missing.push(remark(checked, field, node, `no test makes ${quoteNode(expression, node)} ${outcome}`));
      }
    }
  }
  return { rule: loaded.rule.id, covered: total - missing.length, total, missing };
}

/** The same place in the expression, whichever operation it was checked for. */
function keyOf(node: Expression): number {
  return node.start * 65_536 + node.end;
}

/** Nobody reads more of one rule. */
const mostMutants = 500;

/** What the tests of all changes of all rules may cost together. */
export function createMutationBudget(): SpecBudget {
  return new SpecBudget(mutationSteps);
}

/**
 * Changes a rule in one place at a time, and tells which changes its tests do not notice.
 * @param budget that of all rules; where it is spent, the next change is told as one that was not tried, and is the last
 */
export function mutateRule(loaded: LoadedRule, budget = createMutationBudget()): RuleMutation {
  const survivors: PolicyRemark[] = [];
  let killed = 0;
  const [checked] = loaded.checked.values();
  for (const field of fields) {
    const expression = checked?.[field] ?? null;
    if (checked === undefined || expression === null) continue;
    const enums = listEnums(expression.environment);
    for (const { node, describe, trees } of listMutants(expression.checked.tree, enums).slice(0, mostMutants)) {
      const programs = changeRule(loaded, field, trees);
      // What the checker refuses cannot come about, so no test has to notice it.
      if (programs === null) continue;
      const isSeen = isNoticed(loaded, programs, budget);
      const change = () => describe((each) => quoteNode(expression, each));
      if (budget.steps < 0) {
        const message = `the changes of all rules take more than 100,000,000 steps, so none is tried that ${change()}`;
        return { rule: loaded.rule.id, killed, survivors: [...survivors, remark(checked, field, node, message)] };
      }
      if (isSeen) killed += 1;
      else survivors.push(remark(checked, field, node, `no test notices a change that ${change()}`));
    }
  }
  return { rule: loaded.rule.id, killed, survivors };
}

/** The rule with the first of some trees that the checker takes for every operation; null where it takes none. */
function changeRule(
  loaded: LoadedRule,
  field: DecidingField,
  trees: readonly Expression[],
): Map<string, RuleProgram> | null {
  for (const tree of trees) {
    const programs = buildPrograms(loaded, field, tree);
    if (programs !== null) return programs;
  }
  return null;
}

function buildPrograms(loaded: LoadedRule, field: DecidingField, tree: Expression): Map<string, RuleProgram> | null {
  const programs = new Map<string, RuleProgram>();
  for (const [operation, checked] of loaded.checked) {
    const expression = checked[field];
    if (expression === null) return null;
    const mutated = checkTree(tree, expression.environment);
    if (mutated.problems.length > 0) return null;
    const changed: AskableRule = { ...makeAskable(checked), [field]: mutated };
    programs.set(operation, buildRule(changed));
  }
  return programs;
}

function isNoticed(loaded: LoadedRule, programs: ReadonlyMap<string, RuleProgram>, budget: SpecBudget): boolean {
  return loaded.tests.some((test) => {
    const program = programs.get(test.request.operation);
    return program !== undefined && runTest(program, test, budget).fault !== null;
  });
}

function quoteNode({ source }: CheckedExpression, { start, end }: Expression): string {
  return quoteValue(source.slice(start, end));
}

function remark({ rule }: CheckedRule, field: DecidingField, node: Expression, message: string): PolicyRemark {
  const { place, pointer } = rule.placeOf(field);
  return { file: place.file, range: place.rangeOf(pointer, 'value', node), message };
}
