/** What reads, checks and tries policies, in a bundle of its own: a run whose policies are remembered does without it. */
export { keepPolicySet, linearEngine, loadPolicies, makePolicySet } from '@shapegate/validator/policy';
