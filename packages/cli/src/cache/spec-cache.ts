import { resolve } from 'node:path';
import type { Api, PolicySet } from '@shapegate/validator';
import { isWithin } from '../disk.ts';
import { FoundWriter } from '../specs/found-writer.ts';
import type { FoundInFile } from '../specs/keep-file.ts';
import type { Surroundings } from '../specs/linted-file.ts';
import type { SpecMemory } from '../specs/spec-memory.ts';
import { digest } from './cache-file.ts';

/** Characters: what is said at length of one file is found again in less time than it is read. */
const longestLine = 256 * 1024;
/** More are left from configurations that nobody uses any more. */
const mostSurroundings = 10_000;

/** The text would have to be decoded as it was when it was refused. */
const refusals = ['spec/encoding', 'spec/limits'];

/** Says all that there is to say of an API or of policies, in a text. */
export type Describe = (subject: Api | PolicySet) => string;

/**
 * What was found in files, as lines: the first has tables, each other the file, the index of its surroundings, the name of its
 * text and what was found, with tabs between.
 */
export class SpecCache implements SpecMemory {
  readonly #describe: Describe;
  readonly #writer: FoundWriter;
  readonly #surroundings: string[];
  readonly #known = new Map<string, string>();
  readonly #met = new Map<string, string>();
  readonly #numbers = new Map<unknown, number>();
  readonly #indexes = new Map<string, number>();
  #last: { readonly surroundings: Surroundings; readonly index: number } | null = null;
  #isChanged = false;

  /** Throws for a first line that it has not written. */
  constructor(lines: readonly string[], describe: Describe) {
    this.#describe = describe;
    const [head = '{}', ...others] = lines;
    const { surroundings = [], kinds = [] } = JSON.parse(head);
    const isFull = surroundings.length > mostSurroundings || kinds.length > mostSurroundings;
    this.#surroundings = isFull ? [] : surroundings;
    this.#writer = new FoundWriter(isFull ? [] : kinds);
    if (!isFull) for (const line of others) this.#known.set(line.slice(0, line.indexOf('\t')), line);
  }

  has(file: string): boolean {
    return this.#known.has(JSON.stringify(file));
  }

  recall(surroundings: Surroundings, name: string): FoundInFile | null | undefined {
    const file = JSON.stringify(surroundings.file);
    const line = this.#known.get(file);
    const expected = this.#begin(surroundings, file, name);
    if (line?.startsWith(expected) !== true) return undefined;
    try {
      const found = this.#writer.read(line.slice(expected.length));
      this.#met.set(file, line);
      return found;
    } catch {
      return undefined;
    }
  }

  remember(surroundings: Surroundings, name: string, found: FoundInFile | null): void {
    const file = JSON.stringify(surroundings.file);
    this.#known.delete(file);
    this.#isChanged = true;
    if (found?.findings.some(({ rule }) => refusals.includes(rule)) === true) return;
    const line = this.#begin(surroundings, file, name) + this.#writer.write(found);
    if (line.length <= longestLine) this.#met.set(file, line);
  }

  /**
   * The lines for the next run; null where they are those that there were.
   * @param folders absolute, those that were linted whole: what is not met there is gone
   */
  writeLines(folders: readonly string[]): readonly string[] | null {
    const kept: string[] = [];
    for (const [file, line] of this.#known) {
      if (this.#met.has(file)) continue;
      if (isWithin(resolve(JSON.parse(file)), folders)) this.#isChanged = true;
      else kept.push(line);
    }
    if (!this.#isChanged) return null;
    return [
      JSON.stringify({ surroundings: this.#surroundings, kinds: this.#writer.table }),
      ...kept,
      ...this.#met.values(),
    ];
  }

  #begin(surroundings: Surroundings, file: string, name: string): string {
    if (this.#last === null || !isAlike(this.#last.surroundings, surroundings))
      this.#last = { surroundings, index: this.#indexOf(surroundings) };
    return `${file}\t${this.#last.index}\t${name}\t`;
  }

  /** Files that share their settings share the objects that these are made of. */
  #indexOf({ format, isSpec, operation, target, references, rules, api, policies }: Surroundings): number {
    const plain = [format, isSpec, operation ?? null, target.region ?? null, target.account ?? null, references];
    const key = JSON.stringify([...plain, this.#numberOf(rules), this.#numberOf(api), this.#numberOf(policies)]);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      const described = policies === undefined ? null : digest(this.#describe(policies));
      const name = digest(JSON.stringify([plain, rules, digest(this.#describe(api)), described]));
      index = this.#surroundings.indexOf(name);
      if (index === -1) index = this.#surroundings.push(name) - 1;
      this.#indexes.set(key, index);
    }
    return index;
  }

  #numberOf(subject: unknown): number {
    let number = this.#numbers.get(subject);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(subject, number);
    }
    return number;
  }
}

/** Most files are linted as the one before. */
function isAlike(one: Surroundings, other: Surroundings): boolean {
  return (
    one.rules === other.rules &&
    one.policies === other.policies &&
    one.api === other.api &&
    one.format === other.format &&
    one.isSpec === other.isSpec &&
    one.operation === other.operation &&
    one.references === other.references &&
    one.target.region === other.target.region &&
    one.target.account === other.target.account
  );
}
