/** The policy language and policy documents: a public entry of its own, so that who has no policies does not load it. */
export type { PolicyProblem, PolicyRequest, PolicyRuleSummary, PolicySet } from './check/policy-set.ts';
export type { BuiltIn } from './policy/built-in/built-in.ts';
export { builtIns } from './policy/built-in/catalogue.ts';
export type { RuleChange } from './policy/document/compare-policies.ts';
export { comparePolicies } from './policy/document/compare-policies.ts';
export { createPolicySet, keepPolicySet, makePolicySet } from './policy/document/create-policy-set.ts';
export type { PolicyRemark, RuleCoverage, RuleMutation } from './policy/document/examine-tests.ts';
export { createMutationBudget, measureCoverage, mutateRule } from './policy/document/examine-tests.ts';
export type { LoadOptions } from './policy/document/load-options.ts';
export type { LoadedPolicies, LoadedRule } from './policy/document/load-policies.ts';
export { loadPolicies, sortProblems } from './policy/document/load-policies.ts';
export type { PolicyFile } from './policy/document/read-policies.ts';
export type { TestOutcome } from './policy/document/try-rule.ts';
export { recallPolicySet } from './policy/run/keep-rules.ts';
export type { JsonValue } from './shape/json.ts';
export { readDocuments } from './source/read-documents.ts';
export { hashValue } from './value-hash.ts';
