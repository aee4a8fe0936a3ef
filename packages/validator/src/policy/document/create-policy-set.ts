import type { PolicyRuleSummary, PolicySet } from '../../check/policy-set.ts';
import type { Api } from '../../shape/api.ts';
import { keepRules } from '../run/keep-rules.ts';
import { makeRuleSet } from '../run/rule-set.ts';
import type { RuleProgram } from '../run/run-rule.ts';
import type { LoadOptions } from './load-options.ts';
import { type LoadedPolicies, loadPolicies, sortProblems } from './load-policies.ts';
import type { PolicyFile } from './read-policies.ts';

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
export function makePolicySet(loaded: LoadedPolicies): PolicySet {
  const { problems, failures } = loaded;
  return makeRuleSet(summarizeRules(loaded), listPrograms(loaded), sortProblems([...problems, ...failures]));
}

/**
 * Writes policies that are loaded down for `recallPolicySet`, which makes the same set of them in a fraction of the time.
 * Throws RangeError for policies with problems, of which nothing may be kept.
 */
export function keepPolicySet(loaded: LoadedPolicies): string {
  if (loaded.problems.length + loaded.failures.length > 0) throw new RangeError('policies with problems are not kept');
  return keepRules(
    summarizeRules(loaded),
    listPrograms(loaded).map(({ rule }) => rule),
  );
}

function summarizeRules({ rules }: LoadedPolicies): PolicyRuleSummary[] {
  return rules
    .filter(({ rule }) => rule.isEnabled)
    .map(({ rule }) => ({
      id: rule.id,
      severity: rule.severity,
      message: rule.field('message') ?? '',
      why: rule.field('why') ?? '',
      links: rule.field('links') ?? [],
      operations: rule.operations.map(({ value }) => value),
      waivable: rule.waivable,
      file: rule.place.file,
    }));
}

function listPrograms({ rules }: LoadedPolicies): RuleProgram[] {
  return rules.filter(({ rule }) => rule.isEnabled).flatMap(({ programs }) => [...programs.values()]);
}
