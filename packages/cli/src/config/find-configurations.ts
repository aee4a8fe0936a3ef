import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Configuration } from './configuration.ts';
import { readConfiguration } from './read-configuration.ts';

const names = ['shapegate.yaml', 'shapegate.yml', 'shapegate.json'];

/** Looks up configurations from folders upward, reading each file once. */
export class ConfigurationFinder {
  readonly #chains = new Map<string, readonly Configuration[]>();

  /** The configurations that hold in a folder, the nearest first, up to one with `root: true` or the repository's root. */
  find(folder: string): readonly Configuration[] {
    const known = this.#chains.get(folder);
    if (known !== undefined) return known;
    const name = names.find((candidate) => existsSync(join(folder, candidate)));
    const here = name === undefined ? null : readConfiguration(join(folder, name));
    const parent = dirname(folder);
    const ends = here?.says.root === true || parent === folder || existsSync(join(folder, '.git'));
    const above = ends ? [] : this.find(parent);
    const chain = here === null ? above : [here, ...above];
    this.#chains.set(folder, chain);
    return chain;
  }
}
