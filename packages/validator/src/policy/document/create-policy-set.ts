import type { PolicySet } from '../../check/policy-set.ts';
import type { ValueFinding } from '../../check/value-finding.ts';
import type { Api } from '../../shape/api.ts';
import { SpecBudget } from './expression.ts';
import type { LoadOptions } from './load-options.ts';
import { type LoadedPolicies, loadPolicies, sortProblems } from './load-policies.ts';
import type { PolicyFile } from './read-policies.ts';
import { askRule, makeFindings, makeValues, type RuleProgram } from './run-rule.ts';

/**
 * Makes a set of policies for `createGate` and `lintText`: reads them, checks them against the API, and runs their tests.
 * Whatever is wrong is in `problems`, and then nothing passes a gate that has the set.
 *
 * ```ts
 * const policies = createPolicySet([{ file: 'policy/acme.yaml', text, format: 'yaml' }], api);
 * const gate = createGate(api, { policies, target: { region: 'eu-central-1', account: '111122223333' } });
 * ```
 */
export function createPolicySet(files: readonly PolicyFile[], api: Api, options: LoadOptions = {}): PolicySet {
  return makePolicySet(loadPolicies(files, api, options));
}

/** Makes a set of policies that are loaded. */
export function makePolicySet({ rules, problems, failures }: LoadedPolicies): PolicySet {
  const enabled = rules.filter(({ rule }) => rule.isEnabled);
  const byOperation = new Map<string, RuleProgram[]>();
  for (const { programs } of enabled)
    for (const [operation, program] of programs)
      byOperation.set(operation, [...(byOperation.get(operation) ?? []), program]);
  return {
    rules: enabled.map(({ rule }) => ({
      id: rule.id,
      severity: rule.severity,
      message: rule.field('message') ?? '',
      why: rule.field('why') ?? '',
      links: rule.field('links') ?? [],
      operations: rule.operations.map(({ value }) => value),
      waivable: rule.waivable,
      file: rule.place.file,
    })),
    problems: sortProblems([...problems, ...failures]),
    check(request) {
      const programs = byOperation.get(request.operation) ?? [];
      if (programs.length === 0) return [];
      const budget = new SpecBudget();
      const values = makeValues(request);
      const findings: ValueFinding[] = [];
      for (const program of programs) {
        const answer = askRule(program, request, values, budget);
        if (answer.hits.length > 0 || answer.failure !== null) findings.push(...makeFindings(program, answer, request));
      }
      return findings;
    },
  };
}
