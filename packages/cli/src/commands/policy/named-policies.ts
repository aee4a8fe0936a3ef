import { type Api, readDocuments } from '@shapegate/validator';
import { isObject, ownValue } from '@shapegate/validator/leaves';
import { type LoadedPolicies, loadPolicies } from '@shapegate/validator/policy';
import type { Arguments } from '../../arguments.ts';
import type { ModelChoice, PolicyChoice } from '../../config/file-settings.ts';
import { ConfigurationFinder } from '../../config/find-configurations.ts';
import { type ReadPolicyFile, readPolicyFiles } from '../../policy/read-policy-files.ts';
import { ModelShelf } from '../../specs/model-shelf.ts';
import { ToolProblem } from '../../tool-problem.ts';

/** Policies that a command is about. */
export interface NamedPolicies {
  readonly choices: readonly PolicyChoice[];
  readonly files: readonly ReadPolicyFile[];
  readonly loaded: LoadedPolicies;
  readonly api: Api;
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
  return loadNamed(choices, args);
}

/** Loads policies of a command line. */
export async function loadNamed(choices: readonly PolicyChoice[], args: Arguments): Promise<NamedPolicies> {
  const files = readPolicyFiles(choices);
  const api = await chooseApi(files, args);
  return { choices, files, loaded: loadPolicies(files, api), api };
}

function listConfigured(): PolicyChoice[] {
  return new ConfigurationFinder()
    .find(process.cwd())
    .flatMap(({ says, folder, file: saidBy }) => (says.policies ?? []).map((name) => ({ folder, name, saidBy })));
}

/** The model of the first operation that a policy is for. */
async function chooseApi(files: readonly ReadPolicyFile[], args: Arguments): Promise<Api> {
  const shelf = new ModelShelf();
  const given = args.texts('model');
  if (given.length > 0) return shelf.load({ folder: process.cwd(), files: given });
  const models: ModelChoice[] = new ConfigurationFinder()
    .find(process.cwd())
    .flatMap(({ says, folder }) =>
      says.models === undefined || says.models.length === 0 ? [] : [{ folder, files: says.models }],
    );
  return models.length === 0 ? shelf.shipped : shelf.choose(models, findOperation(files));
}

function findOperation(files: readonly ReadPolicyFile[]): string | undefined {
  for (const { text, format } of files)
    for (const { value } of readDocuments(text, format).documents) {
      const stated = isObject(value) ? ownValue(value, 'for') : undefined;
      const [first] = Array.isArray(stated) ? stated : [stated];
      if (typeof first === 'string') return first;
    }
  return undefined;
}
