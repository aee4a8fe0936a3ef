import type { PolicyFinding, PolicyProblem, PolicyRuleSummary, PolicySet } from '../../check/policy-set.ts';
import { OperationRules } from './operation-rules.ts';
import type { RuleProgram } from './run-rule.ts';

/** Makes a set of rules that are ready to be asked. Where there are problems, nothing passes a gate that has the set. */
export function makeRuleSet(
  rules: readonly PolicyRuleSummary[],
  programs: readonly RuleProgram[],
  problems: readonly PolicyProblem[],
): PolicySet {
  const byOperation = new Map<string, RuleProgram[]>();
  for (const program of programs) {
    const { operation } = program.rule;
    const others = byOperation.get(operation);
    if (others === undefined) byOperation.set(operation, [program]);
    else others.push(program);
  }
  const asked = new Map([...byOperation].map(([operation, own]) => [operation, new OperationRules(own)]));
  return {
    rules,
    problems,
    check(request) {
      try {
        return asked.get(request.operation)?.check(request) ?? [];
      } catch (error) {
        // A gate and a lint refuse such an input before.
        if (error instanceof RangeError) return [tooDeep];
        throw error;
      }
    },
  };
}

const tooDeep: PolicyFinding = {
  rule: 'policy/runtime',
  severity: 'error',
  message: 'the input is nested too deeply for policies to be asked',
  help: 'Write it with fewer levels.',
  pointer: '',
  part: 'value',
  field: null,
  related: [],
  fix: null,
  valueHash: '',
  reads: null,
};
