import { dirname, resolve } from 'node:path';
import {
  type Api,
  findNearNames,
  type LintResult,
  lintText,
  type PolicyRuleSummary,
  type PolicySet,
  type RuleSettings,
  readDocuments,
  type Target,
} from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import { type FileSettings, type ModelChoice, type PolicyChoice, settleFile } from '../config/file-settings.ts';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { readBytes, showPath } from '../disk.ts';
import type { PolicyShelf } from '../policy/policy-shelf.ts';
import { ConfigProblem, ToolProblem } from '../tool-problem.ts';
import type { SpecFile } from './find-specs.ts';
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

/** A file that was linted, with the surroundings it was linted in. */
export interface LintedFile {
  /** Absolute. */
  readonly path: string;
  readonly file: string;
  readonly result: LintResult;
  readonly api: Api;
  readonly rules: RuleSettings;
  readonly references: 'allow' | 'forbid';
  /** Those in force for it; undefined where there are none. */
  readonly policies: PolicySet | undefined;
  /** Files of waivers that hold for it, absolute. */
  readonly waivers: readonly string[];
  /** Absolute; null where none is configured. */
  readonly baseline: string | null;
  /** The same file with another text. */
  relint(text: string): LintedFile;
}

function formatOf(file: string): 'yaml' | 'json' {
  return /\.json$/i.test(file) ? 'json' : 'yaml';
}

/** Lints files one after the other, with one look at each configuration and model. */
export class SpecLinter {
  readonly #options: SpecOptions;
  readonly finder: ConfigurationFinder;
  readonly #shelf = new ModelShelf();
  #policyShelf: PolicyShelf | null = null;
  readonly #policySets = new Set<PolicySet>();

  /** @param reader where configurations, and what they name, are read; the disk where it is left out */
  constructor(options: SpecOptions, reader?: FileReader) {
    this.#options = options;
    this.finder = new ConfigurationFinder(reader);
  }

  /** The configurations that hold in the working directory: what is said of the whole run. */
  get configurations() {
    return this.finder.find(process.cwd());
  }

  /** The rules of every policy that was in force for a file. */
  get policyRules(): readonly PolicyRuleSummary[] {
    return [...this.#policySets].flatMap(({ rules }) => rules);
  }

  /** Lints a file, or standard input under its name. Null for a file that was only found in a folder and is no spec. */
  async lint({ file, isNamed }: SpecFile, source: string | 0 = file): Promise<LintedFile | null> {
    const path = resolve(file);
    const settings = settleFile(path, this.finder.find(dirname(path)));
    // Never specs, whatever a target's glob matches.
    if (!isNamed && (settings.waivers.includes(path) || settings.baseline === path)) return null;
    const read = readBytes(source);
    // Reading policies takes the place of what was read before.
    const bytes = this.#listPolicies(settings).length > 0 ? read.slice() : read;
    if (!isNamed && !settings.claimed && !mentionsInput(bytes)) return null;
    const rules = this.#options.enforced === true ? withoutEnforced(settings.rules) : settings.rules;
    const operation = settings.operation ?? this.#options.operation;
    const api = await this.#chooseApi(settings, operation, bytes, formatOf(file));
    if (operation !== undefined) checkOperation(api, operation);
    const inForce = await this.#findPolicies(settings, api);
    if (!isNamed && inForce?.files.has(path) === true) return null;
    const policies = inForce?.set;
    const target = this.#findTarget(settings);
    const { references, waivers, baseline } = settings;
    const shown = showPath(file);
    const options = { file: shown, format: formatOf(file), api, target, rules, references, policies };
    const lintAs = (text: string | Uint8Array): LintedFile => ({
      path,
      file: shown,
      result: lintText(text, operation === undefined ? options : Object.assign(options, { operation })),
      api,
      rules,
      references,
      policies,
      waivers,
      baseline,
      relint: lintAs,
    });
    const linted = lintAs(bytes);
    if (!isNamed && !settings.claimed && !linted.result.documents.some(({ isEnvelope }) => isEnvelope)) return null;
    return linted;
  }

  #listPolicies({ policies }: FileSettings): readonly PolicyChoice[] {
    return [...policies, ...(this.#options.policies ?? [])];
  }

  /** Throws ConfigProblem for policies that are broken. */
  async #findPolicies(settings: FileSettings, api: Api) {
    const choices = this.#listPolicies(settings);
    if (choices.length === 0) return null;
    // Who has no policies does not load their language.
    if (this.#policyShelf === null) {
      const { PolicyShelf } = await import('../policies.ts');
      this.#policyShelf = new PolicyShelf(this.finder.reader);
    }
    const inForce = this.#policyShelf.load(choices, api);
    const [first, ...others] = inForce.broken;
    if (first !== undefined) throw new ConfigProblem(first.file, first.findings, others);
    this.#policySets.add(inForce.set);
    return inForce;
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
    bytes: Uint8Array,
    format: 'yaml' | 'json',
  ): Promise<Api> {
    if (this.#options.model !== undefined) return this.#shelf.load(this.#options.model);
    if (settings.models.length === 0) return this.#shelf.shipped;
    return this.#shelf.choose(settings.models, operation ?? findOperation(bytes, format));
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

/** A file that nobody claims can be a spec only as an envelope; looking for the word is faster than parsing. */
function mentionsInput(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('input');
}

function withoutEnforced(rules: RuleSettings): RuleSettings {
  return Object.fromEntries(Object.entries(rules).filter(([id]) => !/^(?:shape|spec)\//.test(id)));
}
