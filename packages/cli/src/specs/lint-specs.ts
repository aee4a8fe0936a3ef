import { dirname, resolve } from 'node:path';
import {
  type Api,
  directiveWord,
  findNearNames,
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
import type { ReadPolicyFile } from '../policy/read-policy-files.ts';
import { ConfigProblem, ToolProblem } from '../tool-problem.ts';
import type { SpecFile } from './find-specs.ts';
import { type FoundInFile, joinFound, type KeptFile, keepFile } from './keep-file.ts';
import type { LintedFile, Surroundings } from './linted-file.ts';
import { ModelShelf } from './model-shelf.ts';
import type { SpecMemory } from './spec-memory.ts';

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

interface ReadSpec {
  readonly surroundings: Surroundings;
  /** Good until something else is read. */
  readonly bytes: Uint8Array;
}

function formatOf(file: string): 'yaml' | 'json' {
  return /\.json$/i.test(file) ? 'json' : 'yaml';
}

/** Lints files one after the other, with one look at each configuration and model. */
export class SpecLinter {
  readonly #options: SpecOptions;
  readonly finder: ConfigurationFinder;
  readonly shelf = new ModelShelf();
  /** What is known from runs before; null where everything is looked at. */
  memory: SpecMemory | null = null;
  #policyShelf: PolicyShelf | null = null;
  readonly #policySets = new Set<PolicySet>();
  readonly #policyTexts = new Map<PolicySet, () => string>();

  /** @param reader where configurations, and what they name, are read; the disk where it is left out */
  constructor(options: SpecOptions, reader?: FileReader) {
    this.#options = options;
    this.finder = new ConfigurationFinder(reader);
  }

  /** The configurations that hold in the working directory: what is said of the whole run. */
  get configurations() {
    return this.finder.find(process.cwd());
  }

  /** The rules of every policy that was in force for a spec. */
  get policyRules(): readonly PolicyRuleSummary[] {
    return [...this.#policySets].flatMap(({ rules }) => rules);
  }

  /** Lints a file, or standard input under its name. Null for a file that was only found in a folder and is no spec. */
  async lint(spec: SpecFile, source: string | 0 = spec.file): Promise<LintedFile | null> {
    const read = await this.#read(spec, source);
    return read === null ? null : this.#lintRead(read);
  }

  /** As `lint`, and keeps of the file what a run keeps; from memory what is known of it. */
  async keep(spec: SpecFile): Promise<KeptFile | null> {
    const read = await this.#read(spec, spec.file);
    if (read === null) return null;
    // A comment may say something else tomorrow.
    const name = mentions(read.bytes, directiveWord) ? null : (this.memory?.nameText(read.bytes) ?? null);
    const known = name === null ? undefined : this.memory?.recall(read.surroundings, name);
    if (known !== undefined) return known === null ? null : this.#join(read, known);
    const linted = this.#lintRead(read);
    const kept = linted === null ? null : keepFile(linted);
    if (name !== null) this.memory?.remember(read.surroundings, name, kept);
    return kept;
  }

  /** A file of which somebody else has said what was found. */
  async adopt(spec: SpecFile, found: FoundInFile): Promise<KeptFile | null> {
    const path = resolve(spec.file);
    const settings = this.#settle(path, spec);
    const surroundings =
      settings === null ? null : await this.#surround(spec, path, settings, () => readBytes(spec.file));
    if (surroundings === null) return null;
    this.#note(surroundings);
    return joinFound(surroundings, found);
  }

  #join({ surroundings, bytes }: ReadSpec, { documents, findings, values }: FoundInFile): KeptFile {
    const text = findings.length === 0 ? null : new TextDecoder().decode(bytes);
    this.#note(surroundings);
    return joinFound(surroundings, { documents, findings, values, text });
  }

  #note({ policies }: Surroundings): void {
    if (policies !== undefined) this.#policySets.add(policies);
  }

  async #read(spec: SpecFile, source: string | 0): Promise<ReadSpec | null> {
    const path = resolve(spec.file);
    const settings = this.#settle(path, spec);
    if (settings === null) return null;
    const read = readBytes(source);
    // Reading policies takes the place of what was read before.
    const bytes = this.#listPolicies(settings).length > 0 ? read.slice() : read;
    // What nobody claims can be a spec only as an envelope; looking for the word is faster than parsing.
    if (!spec.isNamed && !settings.claimed && !mentions(bytes, 'input')) return null;
    const surroundings = await this.#surround(spec, path, settings, () => bytes);
    return surroundings === null ? null : { surroundings, bytes };
  }

  /** Null for what is never a spec, whatever a target's glob matches. */
  #settle(path: string, { isNamed }: SpecFile): FileSettings | null {
    const settings = settleFile(path, this.finder.find(dirname(path)));
    return !isNamed && (settings.waivers.includes(path) || settings.baseline === path) ? null : settings;
  }

  async #surround(
    { file, isNamed }: SpecFile,
    path: string,
    settings: FileSettings,
    read: () => Uint8Array,
  ): Promise<Surroundings | null> {
    const format = formatOf(file);
    const operation = settings.operation ?? this.#options.operation;
    const api = await this.#chooseApi(settings, operation, format, read);
    if (operation !== undefined) checkOperation(api, operation);
    const inForce = await this.#findPolicies(settings, api);
    if (!isNamed && inForce?.files.has(path) === true) return null;
    const { references, waivers, baseline } = settings;
    return {
      path,
      file: showPath(file),
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
    };
  }

  #lintRead({ surroundings, bytes }: ReadSpec): LintedFile | null {
    const linted = lintIn(surroundings, bytes);
    if (!surroundings.isSpec && !linted.result.documents.some(({ isEnvelope }) => isEnvelope)) return null;
    this.#note(surroundings);
    return linted;
  }

  /** All that there is to say of an API or of policies of this run, in a text. */
  describe(subject: Api | PolicySet): string {
    return 'table' in subject ? this.shelf.describe(subject) : (this.#policyTexts.get(subject)?.() ?? '');
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
      const { reader } = this.finder;
      this.#policyShelf = new PolicyShelf({ reader, readDocuments, shipped: this.shelf.shipped });
    }
    const inForce = this.#policyShelf.load(choices, api);
    const [first, ...others] = inForce.broken;
    if (first !== undefined) throw new ConfigProblem(first.file, first.findings, others);
    this.#policyTexts.set(inForce.set, () => describePolicies(inForce.read));
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
    format: 'yaml' | 'json',
    read: () => Uint8Array,
  ): Promise<Api> {
    if (this.#options.model !== undefined) return this.shelf.load(this.#options.model);
    if (settings.models.length === 0) return this.shelf.shipped;
    return this.shelf.choose(settings.models, operation ?? findOperation(read(), format));
  }
}

function lintIn(surroundings: Surroundings, text: string | Uint8Array): LintedFile {
  const { file, format, api, operation, target, rules, references, policies } = surroundings;
  const options = { file, format, api, target, rules, references, policies };
  const result = lintText(text, operation === undefined ? options : Object.assign(options, { operation }));
  return Object.assign({ result, relint: (changed: string) => lintIn(surroundings, changed) }, surroundings);
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

function mentions(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word);
}

function describePolicies(files: readonly ReadPolicyFile[]): string {
  return JSON.stringify(
    files.map(({ file, format, bases, text }) => [file, format, bases, Buffer.from(text).toString('base64')]),
  );
}

function withoutEnforced(rules: RuleSettings): RuleSettings {
  return Object.fromEntries(Object.entries(rules).filter(([id]) => !/^(?:shape|spec)\//.test(id)));
}
