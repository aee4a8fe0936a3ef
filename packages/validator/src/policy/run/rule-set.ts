import type { PolicyProblem, PolicyRuleSummary, PolicySet } from '../../check/policy-set.ts';
import type { ValueFinding } from '../../check/value-finding.ts';
import { SpecBudget } from '../language/budget.ts';
import { askRule, makeFindings, makeValues, type RuleProgram } from './run-rule.ts';

/** Makes a set of rules that are ready to be asked. Where there are problems, nothing passes a gate that has the set. */
export function makeRuleSet(
  rules: readonly PolicyRuleSummary[],
  programs: readonly RuleProgram[],
  problems: readonly PolicyProblem[],
): PolicySet {
  const byOperation = groupByOperation(programs);
  return {
    rules,
    problems,
    check(request) {
      const asked = byOperation.get(request.operation);
      if (asked === undefined) return [];
      const budget = new SpecBudget();
      const values = makeValues(request);
      const findings: ValueFinding[] = [];
      for (const program of asked) {
        const answer = askRule(program, request, values, budget);
        if (answer.hits.length > 0 || answer.failure !== null) findings.push(...makeFindings(program, answer, request));
      }
      return findings;
    },
  };
}

function groupByOperation(programs: readonly RuleProgram[]): ReadonlyMap<string, readonly RuleProgram[]> {
  const groups = new Map<string, RuleProgram[]>();
  for (const program of programs) {
    const { operation } = program.rule;
    const group = groups.get(operation);
    if (group === undefined) groups.set(operation, [program]);
    else group.push(program);
  }
  return groups;
}
