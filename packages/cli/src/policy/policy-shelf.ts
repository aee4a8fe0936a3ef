import { dirname } from 'node:path';
import type { Api, PolicySet } from '@shapegate/validator';
import { type PolicyProblem, recallPolicySet } from '@shapegate/validator/policy';
import type { PolicyChoice } from '../config/file-settings.ts';
import type { BrokenFile } from '../tool-problem.ts';
import { digest, verifyLock } from './policy-lock.ts';
import { PolicyMemory } from './policy-memory.ts';
import type { PolicyReader } from './policy-reader.ts';
import type { RecordPurpose } from './policy-record.ts';
import { type HeadMemory, listOperations, type ReadPolicyFile, readPolicyFiles } from './read-policy-files.ts';

/** The policies that hold for a file. */
export interface PoliciesInForce {
  readonly set: PolicySet;
  /** What was read of them: all that they say. */
  readonly read: readonly ReadPolicyFile[];
  /** The files they are in, absolute: these are no specs. */
  readonly files: ReadonlySet<string>;
  /** What is wrong with them, by file. */
  readonly broken: readonly BrokenFile[];
}

/** The policies of a run, each set read once for each API. */
export class PolicyShelf {
  readonly #reader: PolicyReader;
  readonly #shipped: Api;
  readonly #memory = new PolicyMemory();
  readonly #loaded = new WeakMap<Api, Map<string, PoliciesInForce>>();

  /** @param shipped the API that is part of this build of the tool */
  constructor(reader: PolicyReader, shipped: Api) {
    this.#reader = reader;
    this.#shipped = shipped;
  }

  /**
   * Throws ConfigProblem where a policy cannot be found or read, or is not the one that is locked.
   * @param listOthers other APIs, asked for where a policy is for an operation that this one does not have
   */
  async load(
    choices: readonly PolicyChoice[],
    api: Api,
    listOthers: () => Promise<readonly Api[]>,
  ): Promise<PoliciesInForce> {
    const key = JSON.stringify(choices);
    let sets = this.#loaded.get(api);
    if (sets === undefined) {
      sets = new Map();
      this.#loaded.set(api, sets);
    }
    let inForce = sets.get(key);
    if (inForce === undefined) {
      inForce = await this.#load(choices, api, listOthers);
      sets.set(key, inForce);
    }
    return inForce;
  }

  async #load(
    choices: readonly PolicyChoice[],
    api: Api,
    listOthers: () => Promise<readonly Api[]>,
  ): Promise<PoliciesInForce> {
    const table = api === this.#shipped ? '' : digest(JSON.stringify(api.table));
    // What is said of places names files as the working directory sees them.
    const name = JSON.stringify([process.cwd(), choices, table]);
    const remembered = this.#memory.find(name);
    const recallHead: HeadMemory = (file, format, text) => remembered?.headOf(file, format, text) ?? null;
    const files = readPolicyFiles(choices, this.#reader, recallHead);
    verifyChoices(choices, files, this.#reader);
    const otherOperations = await findOtherOperations(files, api, listOthers);
    const set =
      (await recallSet(remembered?.recall(files, otherOperations) ?? null)) ??
      (await this.#create(files, api, { name, otherOperations }));
    return { set, read: files, files: new Set(files.map(({ path }) => path)), broken: groupProblems(set.problems) };
  }

  /** Reads, checks and tries policies, with code that is not needed where they are remembered. */
  async #create(files: readonly ReadPolicyFile[], api: Api, purpose: Omit<RecordPurpose, 'build'>): Promise<PolicySet> {
    const { keepPolicySet, loadPolicies, makePolicySet } = await import('../policy-language.ts');
    const loaded = loadPolicies(files, api, { otherOperations: purpose.otherOperations });
    const set = makePolicySet(loaded);
    if (set.problems.length === 0) this.#memory.remember(purpose, files, keepPolicySet(loaded));
    return set;
  }
}

/** What is no set any more is read anew. */
async function recallSet(known: string | null): Promise<PolicySet | null> {
  try {
    if (known === null) return null;
    const set = recallPolicySet(known, null);
    if (set !== null) return set;
    const { linearEngine } = await import('../policy-language.ts');
    return recallPolicySet(known, linearEngine);
  } catch {
    return null;
  }
}

/** Of the operations that policies are for, those that other APIs have alone. */
export async function findOtherOperations(
  files: readonly ReadPolicyFile[],
  { table }: Api,
  listOthers: () => Promise<readonly Api[]>,
): Promise<string[]> {
  const unknown = listOperations(files).filter((name) => !Object.hasOwn(table.operations, name));
  if (unknown.length === 0) return [];
  const others = await listOthers();
  return unknown.filter((name) => others.some((other) => Object.hasOwn(other.table.operations, name)));
}

/**
 * Compares policies with the locks: each configuration has one of its own, for those that it names. Throws ConfigProblem.
 * @param files what was read of the choices
 */
export function verifyChoices(
  choices: readonly PolicyChoice[],
  files: readonly ReadPolicyFile[],
  reader: PolicyReader,
): void {
  for (const saidBy of new Set(choices.map((choice) => choice.saidBy))) {
    if (saidBy === null) continue;
    const own = choices.filter((choice) => choice.saidBy === saidBy);
    verifyLock(dirname(saidBy), own.length === choices.length ? files : readPolicyFiles(own, reader), reader);
  }
}

/** Problems by file, in their order. */
export function groupProblems(problems: readonly PolicyProblem[]): BrokenFile[] {
  const byFile = new Map<string, BrokenFile['findings']>();
  for (const { file, finding } of problems) byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  return [...byFile].map(([file, findings]) => ({ file, findings }));
}
