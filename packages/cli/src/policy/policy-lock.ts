import { join, sep } from 'node:path';
import { appendToken, isObject, ownValue } from '@shapegate/validator/leaves';
import type { FileReader } from '../config/file-reader.ts';
import { showPath } from '../disk.ts';
import { ConfigProblem } from '../tool-problem.ts';
import { makePolicyProblem, placeValue } from './policy-problem.ts';
import type { PolicyReader } from './policy-reader.ts';
import type { ReadPolicyFile } from './read-policy-files.ts';

/** The name of a lock file, beside the configuration that names the policies. */
export const lockName = 'shapegate-lock.json';

/** The hash of each bundle of policies that comes from elsewhere, by its name. */
export function hashBundles(files: readonly ReadPolicyFile[]): ReadonlyMap<string, string> {
  const bundles = new Map<string, string[]>();
  for (const { bundle, path, text } of files) {
    if (bundle === null) continue;
    // Where it is installed does not matter, what its files are called does.
    const parts = path.split(sep);
    const installed = parts.lastIndexOf('node_modules');
    const name = installed === -1 ? `/${parts.at(-1)}` : parts.slice(installed).join('/');
    bundles.set(bundle, [...(bundles.get(bundle) ?? []), `${name} ${digest(text)}`]);
  }
  return new Map([...bundles].map(([bundle, lines]) => [bundle, `sha256:${digest(lines.sort().join('\n'))}`]));
}

/** SHA-256 in hexadecimal. Who has no lock does not load the module, which takes as long as thirty rules. */
export function digest(data: Uint8Array | string): string {
  return process.getBuiltinModule('node:crypto').createHash('sha256').update(data).digest('hex');
}

/** The text of a lock file. */
export function writeLock(bundles: ReadonlyMap<string, string>): string {
  const sorted = Object.fromEntries([...bundles].sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, policies: sorted }, null, 2)}\n`;
}

/** Compares the bundles of files with the lock beside a configuration. Throws ConfigProblem where one is not what the lock says. */
export function verifyLock(folder: string, files: readonly ReadPolicyFile[], reader: PolicyReader): void {
  const path = join(folder, lockName);
  if (!reader.files.exists(path)) return;
  const locked = readLock(path, reader.files);
  const help =
    'Look at what has changed, with `shapegate policy diff`; then write the lock anew with `shapegate policy check --write-lock`.';
  const problems = [...hashBundles(files)].flatMap(([bundle, hash]) => {
    const known = ownValue(locked, bundle);
    if (known === hash) return [];
    const what = known === undefined ? 'is not in' : 'is not what was locked in';
    const place = placeValue(path, appendToken('/policies', bundle), reader);
    return [makePolicyProblem(showPath(path), `the policy \`${bundle}\` ${what} ${showPath(path)}`, help, place)];
  });
  if (problems.length > 0)
    throw new ConfigProblem(
      showPath(path),
      problems.flatMap(({ findings }) => findings),
    );
}

function readLock(path: string, reader: FileReader): Readonly<Record<string, string>> {
  const refuse = () => {
    const help = 'Write it anew with `shapegate policy check --write-lock`.';
    return makePolicyProblem(showPath(path), `${showPath(path)} is no lock file`, help);
  };
  let lock: unknown;
  try {
    lock = JSON.parse(new TextDecoder().decode(reader.read(path)));
  } catch {
    throw refuse();
  }
  const policies = isObject(lock) && ownValue(lock, 'version') === 1 ? ownValue(lock, 'policies') : undefined;
  if (!isObject(policies) || Object.values(policies).some((hash) => typeof hash !== 'string')) throw refuse();
  return policies as Readonly<Record<string, string>>;
}
