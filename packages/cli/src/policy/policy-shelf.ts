import { dirname } from 'node:path';
import type { Api, PolicySet } from '@shapegate/validator';
import { createPolicySet, type PolicyProblem } from '@shapegate/validator/policy';
import type { FileReader } from '../config/file-reader.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import type { BrokenFile } from '../tool-problem.ts';
import { PassedTests } from './passed-tests.ts';
import { digest, verifyLock } from './policy-lock.ts';
import { type DocumentReader, listOperations, type ReadPolicyFile, readPolicyFiles } from './read-policy-files.ts';

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

/** What a shelf of policies works with. */
export interface ShelfSettings {
  /** Where policies are read. */
  readonly reader: FileReader;
  /** How their text is read: with code that has read specs, and so is compiled. */
  readonly readDocuments: DocumentReader;
  /** The API that is part of this build of the tool. */
  readonly shipped: Api;
}

/** The policies of a run, each set read once for each API. */
export class PolicyShelf {
  readonly #settings: ShelfSettings;
  readonly #passed = new PassedTests();
  readonly #loaded = new WeakMap<Api, Map<string, PoliciesInForce>>();

  constructor(settings: ShelfSettings) {
    this.#settings = settings;
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
      const { reader, readDocuments } = this.#settings;
      const files = readPolicyFiles(choices, reader, readDocuments);
      verifyChoices(choices, files, reader);
      const set = this.#create(files, api, await findOtherOperations(files, api, listOthers));
      inForce = {
        set,
        read: files,
        files: new Set(files.map(({ path }) => path)),
        broken: groupProblems(set.problems),
      };
      sets.set(key, inForce);
    }
    return inForce;
  }

  #create(files: readonly ReadPolicyFile[], api: Api, otherOperations: readonly string[]): PolicySet {
    const table = api === this.#settings.shipped ? '' : digest(JSON.stringify(api.table));
    const name = [table, ...otherOperations].join(' ');
    const areTestsKnown = this.#passed.has(files, name);
    const set = createPolicySet(files, api, { areTestsKnown, otherOperations });
    if (!areTestsKnown && set.problems.length === 0) this.#passed.add(files, name);
    return set;
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

/** Each configuration has a lock of its own, for the policies that it names. */
function verifyChoices(choices: readonly PolicyChoice[], files: readonly ReadPolicyFile[], reader: FileReader): void {
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
