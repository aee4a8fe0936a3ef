import type { Api } from '@shapegate/validator';
import { type LoadedPolicies, loadPolicies, sortProblems } from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import type { ModelChoice, PolicyChoice } from '../../config/file-settings.ts';
import { ConfigurationFinder } from '../../config/find-configurations.ts';
import { diskPolicies } from '../../policy/disk-policies.ts';
import { groupProblems, verifyChoices } from '../../policy/policy-shelf.ts';
import { listOperations, type ReadPolicyFile, readPolicyFiles } from '../../policy/read-policy-files.ts';
import { ModelShelf } from '../../specs/model-shelf.ts';
import { ConfigProblem, ToolProblem } from '../../tool-problem.ts';

/** Policies that a command is about. */
export interface NamedPolicies {
  readonly choices: readonly PolicyChoice[];
  readonly files: readonly ReadPolicyFile[];
  readonly loaded: LoadedPolicies;
  /** Those that they may be for. */
  readonly apis: readonly Api[];
}

/** The policies that argv names, or where it names none those of the configuration. Throws ToolProblem where there are none. */
export async function findNamedPolicies(args: Arguments): Promise<NamedPolicies> {
  const named = args.positionals.map((name) => ({ folder: process.cwd(), name, saidBy: null }));
  const choices = named.length > 0 ? named : listConfigured();
  if (choices.length === 0)
    throw new ToolProblem(
      'no policies are named',
      'Name files, folders or packages, or write `policies:` in shapegate.yaml.',
    );
  return loadNamed(choices, readPolicyFiles(choices, diskPolicies), args);
}

/** Loads policies of a command line, each rule for the first API that has its operation. */
async function loadNamed(
  choices: readonly PolicyChoice[],
  files: readonly ReadPolicyFile[],
  args: Arguments,
): Promise<NamedPolicies> {
  const operations = listOperations(files);
  const apis = await listApis(operations, args);
  const owners = new Map(operations.map((name) => [name, apis.find((api) => hasOperation(api, name))]));
  const asked = apis.filter((api) => operations.some((name) => owners.get(name) === api));
  const loaded = (asked.length === 0 ? apis.slice(0, 1) : asked).map((api) =>
    loadPolicies(files, api, {
      otherOperations: operations.filter((name) => owners.get(name) !== undefined && owners.get(name) !== api),
    }),
  );
  return { choices, files, loaded: joinLoaded(loaded), apis };
}

/** Loads policies that have to hold. Throws ConfigProblem for one that is broken, is not as it is locked, or fails a test. */
export async function loadSound(choices: readonly PolicyChoice[], args: Arguments): Promise<NamedPolicies> {
  const files = readPolicyFiles(choices, diskPolicies);
  verifyChoices(choices, files, diskPolicies);
  const named = await loadNamed(choices, files, args);
  const [first, ...others] = groupProblems([...named.loaded.problems, ...named.loaded.failures]);
  if (first !== undefined) throw new ConfigProblem(first.file, first.findings, others);
  return named;
}

function joinLoaded(loaded: readonly LoadedPolicies[]): LoadedPolicies {
  const [first] = loaded;
  if (first !== undefined && loaded.length === 1) return first;
  return {
    rules: loaded.flatMap(({ rules }) => rules).sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1)),
    problems: sortProblems(loaded.flatMap(({ problems }) => problems)),
    failures: sortProblems(loaded.flatMap(({ failures }) => failures)),
  };
}

function hasOperation({ table }: Api, name: string): boolean {
  return Object.hasOwn(table.operations, name);
}

/** The policies that the configurations of the working directory name. */
export function listConfigured(): PolicyChoice[] {
  return new ConfigurationFinder()
    .find(process.cwd())
    .flatMap(({ says, folder, file: saidBy }) => (says.policies ?? []).map((name) => ({ folder, name, saidBy })));
}

/** The APIs that policies may be for: those of the configuration, then the shipped one; with `--model` that one alone. */
async function listApis(operations: readonly string[], args: Arguments): Promise<Api[]> {
  const shelf = new ModelShelf();
  const given = args.texts('model');
  if (given.length > 0) return [await shelf.load({ folder: process.cwd(), files: given })];
  const models: ModelChoice[] = new ConfigurationFinder().find(process.cwd()).flatMap(({ says, folder }) => {
    const targets = (says.targets ?? []).flatMap(({ model }) => (model === undefined ? [] : [[model]]));
    return [says.models ?? [], ...targets].filter((files) => files.length > 0).map((files) => ({ folder, files }));
  });
  if (operations.length === 0) return [shelf.shipped];
  return [...(await Promise.all(models.map((choice) => shelf.load(choice)))), shelf.shipped];
}
