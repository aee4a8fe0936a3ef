import type { Finding, UniqueValue } from '@shapegate/validator';
import type { FoundInFile } from './keep-file.ts';

/** What the unique values of many files have in common. */
export type ValueKind = Pick<UniqueValue, 'trait' | 'parameters' | 'member' | 'region' | 'account' | 'pointer'>;

type WrittenValue = readonly [kind: number, document: number, value: string];

type WrittenFound = readonly [documents: number, values: readonly WrittenValue[], findings?: readonly Finding[]];

/** Writes what was found in a file, but for its text, on one line, and reads it again; what files have in common is written once. */
export class FoundWriter {
  readonly #kinds: ValueKind[];
  readonly #indexes = new Map<string, number>();

  /** @param table what the writer of the lines had in its `table` */
  constructor(table: readonly ValueKind[] = []) {
    this.#kinds = [...table];
    table.forEach((kind, index) => {
      this.#indexes.set(JSON.stringify(kind), index);
    });
  }

  /** Plain data that belongs to the lines. */
  get table(): readonly ValueKind[] {
    return this.#kinds;
  }

  write(found: FoundInFile | null): string {
    if (found === null) return 'null';
    const { documents, values, findings } = found;
    const written: WrittenFound = [documents, values.map((value) => this.#writeValue(value))];
    return JSON.stringify(findings.length === 0 ? written : [...written, findings]);
  }

  /** Throws for a line that it has not written. */
  read(line: string): FoundInFile | null {
    const written = JSON.parse(line) as WrittenFound | null;
    if (written === null) return null;
    const [documents, values, findings = []] = written;
    return { documents, findings, values: values.map((value) => this.#readValue(value)), text: null };
  }

  #writeValue({ trait, parameters, member, region, account, pointer, document, value }: UniqueValue): WrittenValue {
    const kind: ValueKind = { trait, parameters, member, region, account, pointer };
    const key = JSON.stringify(kind);
    let index = this.#indexes.get(key);
    if (index === undefined) {
      index = this.#kinds.push(kind) - 1;
      this.#indexes.set(key, index);
    }
    return [index, document, value];
  }

  #readValue([index, document, value]: WrittenValue): UniqueValue {
    const kind = this.#kinds[index];
    if (kind === undefined) throw new Error(`no kind ${index}`);
    const { trait, parameters, member, region, account, pointer } = kind;
    return { trait, parameters, member, region, account, document, pointer, value };
  }
}
