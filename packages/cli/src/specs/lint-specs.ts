import { dirname, resolve } from 'node:path';
import {
  type Api,
  directiveWord,
  type LintResult,
  lintText,
  type PolicyRuleSummary,
  type PolicySet,
} from '@shapegate/validator';
import type { FileReader } from '../config/file-reader.ts';
import { type FileSettings, settleFile } from '../config/file-settings.ts';
import { ConfigurationFinder } from '../config/find-configurations.ts';
import { findStats, readBytes, showPath } from '../disk.ts';
import type { SpecFile } from './find-specs.ts';
import { type Ground, GroundFinder, type SpecOptions } from './ground.ts';
import { type FoundInFile, joinFound, type KeptFile, keepResult } from './keep-file.ts';
import type { LintedFile, Surroundings } from './linted-file.ts';
import { ReadAhead } from './read-ahead.ts';
import { nameText, type SpecMemory } from './spec-memory.ts';

/** What linters of one run tell each other of a file. */
export interface ToldFile {
  /** Null for what is no spec. */
  readonly found: FoundInFile | null;
  /** The name of its text; null where nobody asks for it. */
  readonly name: string | null;
}

interface ReadSpec {
  readonly surroundings: Surroundings;
  /** Good until something else is read. */
  readonly bytes: Uint8Array;
}

/** Lints files one after the other, with one look at each configuration and model. */
export class SpecLinter {
  readonly #grounds: GroundFinder;
  readonly finder: ConfigurationFinder;
  /** What is known from runs before; null where everything is looked at. */
  memory: SpecMemory | null = null;
  readonly #policySets = new Set<PolicySet>();
  readonly #ahead = new ReadAhead();

  /** @param reader where configurations, and what they name, are read; the disk where it is left out */
  constructor(options: SpecOptions, reader?: FileReader) {
    this.finder = new ConfigurationFinder(reader);
    this.#grounds = new GroundFinder(options, this.finder.reader);
  }

  /** The configurations that hold in the working directory: what is said of the whole run. */
  get configurations() {
    return this.finder.find(process.cwd());
  }

  /** The rules of every policy that was in force for a spec. */
  get policyRules(): readonly PolicyRuleSummary[] {
    return [...this.#policySets].flatMap(({ rules }) => rules);
  }

  /** Called before each file of a run, so that those after it can be read together with it. */
  reach(specs: readonly SpecFile[], index: number): void {
    this.#ahead.reach(specs, index);
  }

  /** Lints a file, or standard input under its name. Null for a file that was only found in a folder and is no spec. */
  async lint(spec: SpecFile, source: string | 0 = spec.file): Promise<LintedFile | null> {
    const read = await this.#read(spec, source);
    if (read === null) return null;
    const linted = lintIn(read.surroundings, read.bytes);
    return this.#isSpec(read.surroundings, linted.result) ? linted : null;
  }

  /** As `lint`, and keeps of the file what a run keeps; from memory what is known of it. */
  async keep(spec: SpecFile): Promise<KeptFile | null> {
    const read = await this.#read(spec, spec.file);
    if (read === null) return null;
    const { memory } = this;
    const isLast = isReadOnce(spec);
    if (memory === null || isLast || isOfToday(read)) return this.#keepRead(read, isLast);
    const name = nameText(read.bytes);
    const known = this.#recallRead(read, name);
    if (known !== undefined) return known;
    const kept = this.#keepRead(read);
    memory.remember(read.surroundings, name, kept);
    return kept;
  }

  /** As `keep`, for what is known of a file; undefined where it has to be linted. */
  async recall(spec: SpecFile): Promise<KeptFile | null | undefined> {
    const read = await this.#read(spec, spec.file);
    if (read === null) return null;
    return isOfToday(read) ? undefined : this.#recallRead(read, nameText(read.bytes));
  }

  /** What another linter of the same run has to know to have the same as from `keep`; null for what it has to lint itself. */
  async tell(spec: SpecFile, isNamed: boolean): Promise<ToldFile | null> {
    const read = await this.#read(spec, spec.file);
    if (read === null) return { found: null, name: null };
    if (isOfToday(read)) return null;
    return { found: this.#keepRead(read, isReadOnce(spec)), name: isNamed ? nameText(read.bytes) : null };
  }

  /** Takes over what another linter of the same run tells of a file. */
  async adopt(spec: SpecFile, { found, name }: ToldFile): Promise<KeptFile | null> {
    if (found === null && name === null) return null;
    const settings = this.#settle(spec.file, spec);
    if (settings === null) return null;
    const surroundings = await this.#surround(spec, spec.file, settings, () => readBytes(spec.file));
    if (surroundings === null) return null;
    if (name !== null) this.memory?.remember(surroundings, name, found);
    if (found === null) return null;
    this.#note(surroundings);
    return joinFound(surroundings, found);
  }

  /** All that there is to say of an API or of policies of this run, in a text. */
  describe(subject: Api | PolicySet): string {
    return this.#grounds.describe(subject);
  }

  #keepRead({ surroundings, bytes }: ReadSpec, isLast = false): KeptFile | null {
    const result = lintBytes(surroundings, bytes);
    return this.#isSpec(surroundings, result) ? keepResult(surroundings, result, isLast) : null;
  }

  #recallRead({ surroundings, bytes }: ReadSpec, name: string): KeptFile | null | undefined {
    const known = this.memory?.recall(surroundings, name);
    if (known === undefined || known === null) return known;
    const { documents, findings, values } = known;
    const text = findings.length === 0 ? null : new TextDecoder().decode(bytes);
    this.#note(surroundings);
    return joinFound(surroundings, { documents, findings, values, text });
  }

  #note({ policies }: Surroundings): void {
    if (policies !== undefined) this.#policySets.add(policies);
  }

  #isSpec(surroundings: Surroundings, { documents }: LintResult): boolean {
    if (!surroundings.isSpec && !documents.some(({ isEnvelope }) => isEnvelope)) return false;
    this.#note(surroundings);
    return true;
  }

  async #read(spec: SpecFile, source: string | 0): Promise<ReadSpec | null> {
    const path = source === 0 ? resolve(spec.file) : spec.file;
    const settings = this.#settle(path, spec);
    if (settings === null) return null;
    const read = (source === 0 ? undefined : this.#ahead.take(source)) ?? readBytes(source);
    // What nobody claims can be a spec only as an envelope; looking for the word is faster than parsing.
    if (!spec.isNamed && !settings.claimed && !mentions(read, 'input')) return null;
    const known = this.#grounds.recall(settings, { format: formatOf(path), isNamed: spec.isNamed });
    if (known !== undefined) {
      const surroundings = surround(known, spec, path);
      return surroundings === null ? null : { surroundings, bytes: read };
    }
    // Reading policies takes the place of what was read before.
    const bytes = read.slice();
    const surroundings = await this.#surround(spec, path, settings, () => bytes);
    return surroundings === null ? null : { surroundings, bytes };
  }

  /** Null for what is never a spec, whatever a target's glob matches. */
  #settle(path: string, { isNamed }: SpecFile): FileSettings | null {
    const settings = settleFile(path, this.finder.find(dirname(path)));
    return !isNamed && (settings.waivers.includes(path) || settings.baseline === path) ? null : settings;
  }

  async #surround(
    spec: SpecFile,
    path: string,
    settings: FileSettings,
    read: () => Uint8Array,
  ): Promise<Surroundings | null> {
    const footing = { format: formatOf(path), isNamed: spec.isNamed };
    const ground = this.#grounds.recall(settings, footing) ?? (await this.#grounds.find(settings, footing, read));
    return surround(ground, spec, path);
  }
}

function formatOf(file: string): 'yaml' | 'json' {
  return /\.json$/i.test(file) ? 'json' : 'yaml';
}

/** Null for a file of policies that nobody has named. */
function surround(ground: Ground, { isNamed }: SpecFile, path: string): Surroundings | null {
  const { format, isSpec, api, operation, target, rules, references, policies, waivers, baseline } = ground;
  if (!isNamed && ground.policyFiles.has(path)) return null;
  return {
    path,
    file: showPath(path),
    format,
    isSpec,
    api,
    operation,
    target,
    rules,
    references,
    policies,
    waivers,
    baseline,
  };
}

/** A pipe that a shell has put in the place of a file cannot be read again. */
function isReadOnce({ file, isNamed }: SpecFile): boolean {
  return isNamed && findStats(file)?.isFile() !== true;
}

/** A comment may say something else tomorrow, and is looked for in the whole of a file. */
function isOfToday({ bytes }: ReadSpec): boolean {
  return mentions(bytes, directiveWord);
}

function lintBytes(surroundings: Surroundings, text: string | Uint8Array): LintResult {
  const { file, format, api, operation, target, rules, references, policies } = surroundings;
  return lintText(text, { file, format, api, operation, target, rules, references, policies });
}

function lintIn(surroundings: Surroundings, text: string | Uint8Array): LintedFile {
  const result = lintBytes(surroundings, text);
  return Object.assign({ result, relint: (changed: string) => lintIn(surroundings, changed) }, surroundings);
}

function mentions(bytes: Uint8Array, word: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(word);
}
