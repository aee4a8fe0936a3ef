import { dirname, join } from 'node:path';
import type { Configuration } from './configuration.ts';
import { diskReader, type FileReader } from './file-reader.ts';
import { readConfiguration } from './read-configuration.ts';

const names = ['shapegate.yaml', 'shapegate.yml', 'shapegate.json'];

/** Looks up configurations from folders upward, reading each file once. */
export class ConfigurationFinder {
  /** Where these, and what they name, are read. */
  readonly reader: FileReader;
  readonly #chains = new Map<string, readonly Configuration[]>();

  constructor(reader: FileReader = diskReader) {
    this.reader = reader;
  }

  /** Every configuration that was read, in the order of their names. */
  get read(): readonly Configuration[] {
    const files = new Map([...this.#chains.values()].flat().map((each) => [each.file, each]));
    return [...files.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  }

  /** The configurations that hold in a folder, the nearest first, up to one with `root: true` or the repository's root. */
  find(folder: string): readonly Configuration[] {
    const known = this.#chains.get(folder);
    if (known !== undefined) return known;
    const name = names.find((candidate) => this.reader.exists(join(folder, candidate)));
    const here = name === undefined ? null : readConfiguration(join(folder, name), this.reader);
    const parent = dirname(folder);
    const ends = here?.says.root === true || parent === folder || this.reader.isRepositoryRoot(folder);
    const above = ends ? [] : this.find(parent);
    const chain = here === null ? above : [here, ...above];
    this.#chains.set(folder, chain);
    return chain;
  }
}
