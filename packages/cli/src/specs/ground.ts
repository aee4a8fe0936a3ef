import {
  type Api,
  findNearNames,
  type PolicySet,
  type RuleSettings,
  readDocuments,
  type Target,
} from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import type { FileSettings, ModelChoice, PolicyChoice } from '../config/file-settings.ts';
import type { PolicyShelf } from '../policy/policy-shelf.ts';
import type { ReadPolicyFile } from '../policy/read-policy-files.ts';
import { ConfigProblem, ToolProblem } from '../tool-problem.ts';
import type { Surroundings } from './linted-file.ts';
import { ModelShelf } from './model-shelf.ts';

/** What the command line says of every spec; it wins over the configuration, but for the operation. */
export interface SpecOptions {
  readonly operation?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  /** Model files in place of the shipped model and of those that the configuration names. */
  readonly model?: ModelChoice | undefined;
  /** Policies beside those that the configuration names. */
  readonly policies?: readonly PolicyChoice[] | undefined;
  /** True where nothing may silence `shape/*` and `spec/*`. */
  readonly enforced?: boolean | undefined;
  /** What holds where neither the command line nor the configuration says anything. */
  readonly fallback?: Target | undefined;
}

/** What files have in common that share their settings: all that decides on them but their names and texts. */
export interface Ground extends Omit<Surroundings, 'path' | 'file'> {
  /** The files of the policies in force, absolute: these are no specs. */
  readonly policyFiles: ReadonlySet<string>;
}

/** What of a file decides on its ground, beside its settings. */
interface Footing {
  readonly format: 'yaml' | 'json';
  readonly isNamed: boolean;
}

const noFiles: ReadonlySet<string> = new Set();

/** Makes what files have in common, once for all that have it. */
export class GroundFinder {
  readonly #options: SpecOptions;
  readonly #reader: FileReader;
  readonly #shelf = new ModelShelf();
  readonly #known = new WeakMap<FileSettings, Map<string, Ground>>();
  #policyShelf: PolicyShelf | null = null;
  readonly #policyTexts = new Map<PolicySet, () => string>();

  constructor(options: SpecOptions, reader: FileReader) {
    this.#options = options;
    this.#reader = reader;
  }

  /** What was made for a file before; undefined where it has to be found. */
  recall(settings: FileSettings, { format, isNamed }: Footing): Ground | undefined {
    return this.#known.get(settings)?.get(isNamed ? `named ${format}` : format);
  }

  /** Throws ConfigProblem for policies that are broken, ToolProblem for an operation that the model does not have. */
  async find(settings: FileSettings, { format, isNamed }: Footing, read: () => Uint8Array): Promise<Ground> {
    const operation = settings.operation ?? this.#options.operation;
    const api = await this.#chooseApi(settings, operation, format, read);
    if (operation !== undefined) checkOperation(api, operation);
    const inForce = await this.#findPolicies(settings, api);
    const { references, waivers, baseline } = settings;
    const ground: Ground = {
      format,
      isSpec: isNamed || settings.claimed,
      api,
      operation,
      target: this.#findTarget(settings),
      rules: this.#options.enforced === true ? withoutEnforced(settings.rules) : settings.rules,
      references,
      policies: inForce?.set,
      waivers,
      baseline,
      policyFiles: inForce?.files ?? noFiles,
    };
    // Else the text of each file has a say.
    if (this.#options.model !== undefined || settings.models.length === 0 || operation !== undefined) {
      const known = this.#known.get(settings) ?? new Map<string, Ground>();
      this.#known.set(settings, known.set(isNamed ? `named ${format}` : format, ground));
    }
    return ground;
  }

  /** All that there is to say of an API or of policies of this run, in a text. */
  describe(subject: Api | PolicySet): string {
    return 'table' in subject ? this.#shelf.describe(subject) : (this.#policyTexts.get(subject)?.() ?? '');
  }

  async #findPolicies(settings: FileSettings, api: Api) {
    const choices = [...settings.policies, ...(this.#options.policies ?? [])];
    if (choices.length === 0) return null;
    // Who has no policies does not load their language.
    if (this.#policyShelf === null) {
      const { PolicyShelf } = await import('../policies.ts');
      this.#policyShelf = new PolicyShelf({ files: this.#reader, readDocuments }, this.#shelf.shipped);
    }
    const inForce = await this.#policyShelf.load(choices, api, () => this.#listApis(settings));
    const [first, ...others] = inForce.broken;
    if (first !== undefined) throw new ConfigProblem(first.file, first.findings, others);
    this.#policyTexts.set(inForce.set, () => describePolicies(inForce.read));
    return inForce;
  }

  /** Every API that the configuration knows of: its policies may be for any of them. */
  async #listApis({ models, otherModels }: FileSettings): Promise<readonly Api[]> {
    const loaded = [...models, ...otherModels].map((choice) => this.#shelf.load(choice));
    return [this.#shelf.shipped, ...(await Promise.all(loaded))];
  }

  #findTarget(settings: FileSettings): Target {
    const { fallback = {} } = this.#options;
    const region = this.#options.region ?? settings.region ?? fallback.region;
    const account = this.#options.account ?? settings.account ?? fallback.account;
    const target: { region?: string; account?: string } = {};
    if (region !== undefined) target.region = region;
    if (account !== undefined) target.account = account;
    return target;
  }

  async #chooseApi(
    settings: FileSettings,
    operation: string | undefined,
    format: 'yaml' | 'json',
    read: () => Uint8Array,
  ): Promise<Api> {
    if (this.#options.model !== undefined) return this.#shelf.load(this.#options.model);
    if (settings.models.length === 0) return this.#shelf.shipped;
    return this.#shelf.choose(settings.models, operation ?? findOperation(read(), format));
  }
}

/** An operation that the command line or the configuration names, and no spec, is a mistake in them. */
function checkOperation({ table }: Api, operation: string): void {
  if (Object.hasOwn(table.operations, operation)) return;
  const known = Object.keys(table.operations);
  const near = findNearNames(operation, known)[0];
  const help = near === undefined ? `The model has ${known.join(', ')}.` : `Did you mean \`${near}\`?`;
  throw new ToolProblem(`the model has no operation \`${operation}\``, help);
}

/** The operation that the first envelope names. */
function findOperation(bytes: Uint8Array, format: 'yaml' | 'json'): string | undefined {
  for (const { value } of readDocuments(bytes, format).documents) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, 'operation'))
      continue;
    const { operation } = value as { readonly operation: unknown };
    if (typeof operation === 'string') return operation;
  }
  return undefined;
}

function describePolicies(files: readonly ReadPolicyFile[]): string {
  return JSON.stringify(
    files.map(({ file, format, bases, text }) => [file, format, bases, Buffer.from(text).toString('base64')]),
  );
}

function withoutEnforced(rules: RuleSettings): RuleSettings {
  return Object.fromEntries(Object.entries(rules).filter(([id]) => !/^(?:shape|spec)\//.test(id)));
}
