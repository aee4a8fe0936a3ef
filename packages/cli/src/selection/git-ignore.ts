import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { type FileReader, findRepositoryRoot } from '../config/file-reader.ts';

interface FolderIgnores {
  readonly folder: string;
  readonly ignores: Ignore;
}

/**
 * What the `.gitignore` files say from the repository's root down, or from the folder itself where it is in no repository.
 * They say nothing of a folder that is named although they leave it out.
 */
export class GitIgnore {
  readonly #reader: FileReader;
  readonly #root: string;
  readonly #chains = new Map<string, readonly FolderIgnores[]>();
  #last: { readonly folder: string; readonly chain: readonly FolderIgnores[] } | null = null;

  /** @param start absolute: the folder that is walked */
  constructor(start: string, reader: FileReader) {
    this.#reader = reader;
    this.#root = findRepositoryRoot(start, reader) ?? start;
    if (this.#root !== start && this.#isWithinIgnored(start)) {
      this.#root = start;
      this.#chains.clear();
      this.#last = null;
    }
  }

  /** @param path absolute, in the folder that is walked */
  isIgnored(path: string, isFolder: boolean): boolean {
    // Nearly all that is asked about one after the other is in one folder.
    const holder = path.slice(0, path.lastIndexOf(sep));
    if (this.#last?.folder !== holder) this.#last = { folder: holder, chain: this.#chainOf(dirname(path)) };
    for (const { folder, ignores } of this.#last.chain) {
      const name = relative(folder, path);
      const shown = sep === '/' ? name : name.replaceAll(sep, '/');
      const { ignored, unignored } = ignores.test(isFolder ? `${shown}/` : shown);
      // A nearer file has taken back what this one says of the folder.
      const isOverruled = ignored && shown.includes('/') && ignores.ignores(shown.slice(0, shown.lastIndexOf('/') + 1));
      if ((ignored && !isOverruled) || unignored) return ignored;
    }
    return false;
  }

  #isWithinIgnored(start: string): boolean {
    for (let at = start; at !== this.#root; at = dirname(at)) if (this.isIgnored(at, true)) return true;
    return false;
  }

  /** The nearest first. */
  #chainOf(folder: string): readonly FolderIgnores[] {
    const known = this.#chains.get(folder);
    if (known !== undefined) return known;
    const above = folder === this.#root ? [] : this.#chainOf(dirname(folder));
    const file = join(folder, '.gitignore');
    const chain =
      this.#reader.exists(file) && !this.#reader.isFolder(file) ? [this.#read(folder, file), ...above] : above;
    this.#chains.set(folder, chain);
    return chain;
  }

  #read(folder: string, file: string): FolderIgnores {
    const ignores = ignore({ ignorecase: false, allowRelativePaths: true });
    ignores.add(new TextDecoder().decode(this.#reader.read(file)));
    return { folder, ignores };
  }
}
