import type { Arguments } from '../arguments.ts';
import { listConfigured, loadSound, type NamedPolicies } from './policy/named-policies.ts';

/** The policies that hold in the working directory, and those of `--policy`; null where there are none. Throws ConfigProblem for broken ones and for one that is not as it is locked. */
export async function findPoliciesInForce(args: Arguments): Promise<NamedPolicies | null> {
  const named = args.texts('policy').map((name) => ({ folder: process.cwd(), name, saidBy: null }));
  const choices = [...listConfigured(), ...named];
  return choices.length === 0 ? null : loadSound(choices, args);
}
