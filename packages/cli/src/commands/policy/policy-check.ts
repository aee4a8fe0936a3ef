import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PolicyProblem } from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import { describeFailure, showPath } from '../../disk.ts';
import { type Output, readOutputs, writeOutputs } from '../../format/outputs.ts';
import { diskPolicies } from '../../policy/disk-policies.ts';
import { hashBundles, lockName, verifyLock, writeLock } from '../../policy/policy-lock.ts';
import { readPolicyFiles } from '../../policy/read-policy-files.ts';
import { write } from '../../terminal.ts';
import { ToolProblem } from '../../tool-problem.ts';
import { findNamedPolicies, type NamedPolicies } from './named-policies.ts';
import { answerProblems, reportPolicies } from './policy-reports.ts';

/** `shapegate policy check`: 0 where all holds, 1 where a test fails, 2 where a policy is invalid or not the locked one. */
export async function policyCheck(args: Arguments): Promise<number> {
  const outputs = readOutputs(args.texts('format'));
  return answerProblems(outputs, async () => {
    const named = await findNamedPolicies(args);
    const problems = [...named.loaded.problems, ...named.loaded.failures];
    if (problems.length === 0) settleLocks(named, args.flag('write-lock'));
    return answer(named, problems, outputs);
  });
}

async function answer(
  { files, loaded }: NamedPolicies,
  problems: readonly PolicyProblem[],
  outputs: readonly Output[],
): Promise<number> {
  const isPretty = outputs.every(({ format }) => format === 'pretty');
  if (problems.length > 0 || !isPretty) await writeOutputs(outputs, reportPolicies(files, problems));
  if (loaded.problems.length > 0) return 2;
  if (loaded.failures.length > 0) return 1;
  const tests = loaded.rules.reduce((sum, { outcomes }) => sum + outcomes.length, 0);
  if (isPretty)
    write(
      1,
      `${count(loaded.rules.length, 'rule holds', 'rules hold')}, ${count(tests, 'test passes', 'tests pass')}\n`,
    );
  return 0;
}

/** Verifies the lock beside each configuration that names policies, or writes it. */
function settleLocks({ choices }: NamedPolicies, isWritten: boolean): void {
  const folders = new Set(choices.map(({ saidBy }) => (saidBy === null ? process.cwd() : dirname(saidBy))));
  for (const folder of folders) {
    const own = choices.filter(({ saidBy }) => (saidBy === null ? process.cwd() : dirname(saidBy)) === folder);
    const files = readPolicyFiles(own, diskPolicies);
    const path = join(folder, lockName);
    if (!isWritten) {
      if (own.some(({ saidBy }) => saidBy !== null)) verifyLock(folder, files, diskPolicies);
      continue;
    }
    const bundles = hashBundles(files);
    try {
      writeFileSync(path, writeLock(bundles));
    } catch (error) {
      throw new ToolProblem(`cannot write \`${showPath(path)}\`: ${describeFailure(error)}`, 'Check its permissions.');
    }
    write(2, `${showPath(path)} has ${bundles.size} ${bundles.size === 1 ? 'policy' : 'policies'} now\n`);
  }
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
