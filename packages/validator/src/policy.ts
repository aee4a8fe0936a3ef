/** The policy language and policy documents: a public entry of its own, so that who has no policies does not load it. */
export type { PolicyProblem, PolicyRequest, PolicyRuleSummary, PolicySet } from './check/policy-set.ts';
export { builtIns } from './policy/built-in/catalogue.ts';
export { createPolicySet, makePolicySet } from './policy/document/create-policy-set.ts';
export type { LoadedPolicies, LoadedRule } from './policy/document/load-policies.ts';
export { loadPolicies } from './policy/document/load-policies.ts';
export type { PolicyFile } from './policy/document/read-policies.ts';
