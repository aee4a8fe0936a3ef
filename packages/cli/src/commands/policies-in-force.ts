import { dirname } from 'node:path';
import type { Arguments } from '../arguments.ts';
import { diskPolicies } from '../policy/disk-policies.ts';
import { verifyLock } from '../policy/policy-lock.ts';
import { readPolicyFiles } from '../policy/read-policy-files.ts';
import { listConfigured, loadSound, type NamedPolicies } from './policy/named-policies.ts';

/** The policies that hold in the working directory, and those of `--policy`; null where there are none. Throws ConfigProblem for broken ones, ToolProblem for one that is not as it is locked. */
export async function findPoliciesInForce(args: Arguments): Promise<NamedPolicies | null> {
  const configured = listConfigured();
  const named = args.texts('policy').map((name) => ({ folder: process.cwd(), name, saidBy: null }));
  const choices = [...configured, ...named];
  if (choices.length === 0) return null;
  for (const saidBy of new Set(configured.map((choice) => choice.saidBy))) {
    const own = configured.filter((choice) => choice.saidBy === saidBy);
    if (saidBy !== null) verifyLock(dirname(saidBy), readPolicyFiles(own, diskPolicies), diskPolicies);
  }
  return loadSound(choices, args);
}
