import { dirname } from 'node:path';
import type { Api, PolicySet } from '@shapegate/validator';
import { createPolicySet, type PolicyProblem } from '@shapegate/validator/policy';
import type { FileReader } from '../config/file-reader.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import type { BrokenFile } from '../tool-problem.ts';
import { hashBundles, verifyLock } from './policy-lock.ts';
import { type ReadPolicyFile, readPolicyFiles } from './read-policy-files.ts';

/** The policies that hold for a file. */
export interface PoliciesInForce {
  readonly set: PolicySet;
  /** The files they are in, absolute: these are no specs. */
  readonly files: ReadonlySet<string>;
  /** What is wrong with them, by file. */
  readonly broken: readonly BrokenFile[];
}

/** The policies of a run, each set read once for each API. */
export class PolicyShelf {
  readonly #reader: FileReader | undefined;
  readonly #loaded = new WeakMap<Api, Map<string, PoliciesInForce>>();

  /** @param reader where policies are read; the disk where it is left out */
  constructor(reader?: FileReader) {
    this.#reader = reader;
  }

  /** Throws ToolProblem where a policy cannot be found or read, or is not the one that is locked. */
  load(choices: readonly PolicyChoice[], api: Api): PoliciesInForce {
    const key = JSON.stringify(choices);
    let sets = this.#loaded.get(api);
    if (sets === undefined) {
      sets = new Map();
      this.#loaded.set(api, sets);
    }
    let inForce = sets.get(key);
    if (inForce === undefined) {
      const files = readPolicyFiles(choices, this.#reader);
      verifyChoices(choices, this.#reader);
      const set = createPolicySet(files, api);
      inForce = { set, files: new Set(files.map(({ path }) => path)), broken: groupProblems(set.problems) };
      sets.set(key, inForce);
    }
    return inForce;
  }
}

/** Each configuration has a lock of its own, for the policies that it names. */
function verifyChoices(choices: readonly PolicyChoice[], reader: FileReader | undefined): void {
  for (const saidBy of new Set(choices.map((choice) => choice.saidBy))) {
    if (saidBy === null) continue;
    const own: ReadPolicyFile[] = readPolicyFiles(
      choices.filter((choice) => choice.saidBy === saidBy),
      reader,
    );
    verifyLock(dirname(saidBy), hashBundles(own), reader);
  }
}

/** Problems by file, in their order. */
export function groupProblems(problems: readonly PolicyProblem[]): BrokenFile[] {
  const byFile = new Map<string, BrokenFile['findings']>();
  for (const { file, finding } of problems) byFile.set(file, [...(byFile.get(file) ?? []), finding]);
  return [...byFile].map(([file, findings]) => ({ file, findings }));
}
