import { dirname } from 'node:path';
import type { Arguments } from '../arguments.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { diskPolicies } from '../policy/disk-policies.ts';
import { verifyLock } from '../policy/policy-lock.ts';
import { groupProblems } from '../policy/policy-shelf.ts';
import { readPolicyFiles } from '../policy/read-policy-files.ts';
import { ConfigProblem } from '../tool-problem.ts';
import { loadNamed, type NamedPolicies } from './policy/named-policies.ts';

/** The policies that hold in the working directory, and those of `--policy`; null where there are none. Throws ConfigProblem for broken ones, ToolProblem for one that is not as it is locked. */
export async function findPoliciesInForce(args: Arguments): Promise<NamedPolicies | null> {
  const configured = new ConfigurationFinder()
    .find(process.cwd())
    .flatMap(({ says, folder, file: saidBy }) => (says.policies ?? []).map((name) => ({ folder, name, saidBy })));
  const named = args.texts('policy').map((name) => ({ folder: process.cwd(), name, saidBy: null }));
  const choices: PolicyChoice[] = [...configured, ...named];
  if (choices.length === 0) return null;
  for (const saidBy of new Set(configured.map((choice) => choice.saidBy)))
    verifyLock(
      dirname(saidBy),
      readPolicyFiles(
        configured.filter((choice) => choice.saidBy === saidBy),
        diskPolicies,
      ),
      diskPolicies,
    );
  const policies = await loadNamed(choices, args);
  const [first, ...others] = groupProblems([...policies.loaded.problems, ...policies.loaded.failures]);
  if (first !== undefined) throw new ConfigProblem(first.file, first.findings, others);
  return policies;
}
