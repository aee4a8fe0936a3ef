import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { isObject, ownValue } from '@shapegate/validator/leaves';
import { diskReader, type FileReader, type FolderEntry } from '../config/file-reader.ts';
import { findStats, showPath } from '../disk.ts';
import { ToolProblem } from '../tool-problem.ts';
import { InstalledPackages } from './installed-packages.ts';
import { type Repository, splitNames } from './repository.ts';

interface TreeEntry {
  readonly mode: string;
  readonly object: string;
}

const link = '120000';
const longestChain = 16;

/** What a working tree has made of a file that a run has asked the revision for. */
export interface Difference {
  /** Absolute. */
  readonly path: string;
  readonly what: 'added' | 'changed' | 'deleted' | 'replaced by a link';
}

/**
 * Reads files as they are in a commit. What is installed below `node_modules` is in no commit and read from the disk, but
 * a package that is a link to a folder of the repository is that folder in the commit.
 */
export class RevisionReader implements FileReader {
  readonly #repository: Repository;
  readonly #commit: string;
  readonly #files = new Map<string, TreeEntry>();
  readonly #folders = new Map<string, Map<string, boolean>>([['', new Map()]]);
  readonly #blobs = new Map<string, Uint8Array>();
  readonly #asked = new Set<string>();
  readonly #packages: InstalledPackages;
  #hasInstalled = false;

  /** Throws ToolProblem where the revision is none. */
  constructor(repository: Repository, revision: string) {
    this.#repository = repository;
    this.#packages = new InstalledPackages(repository);
    this.#commit = repository.resolveCommit(revision, '--trust');
    for (const line of splitNames(repository.run('ls-tree', '-r', '-z', '--full-tree', this.#commit))) {
      const tab = line.indexOf('\t');
      const [mode = '', kind, object = ''] = line.slice(0, tab).split(' ');
      const name = line.slice(tab + 1);
      if (kind !== 'blob') continue;
      this.#files.set(name, { mode, object });
      this.#addFolders(name);
    }
  }

  exists(path: string): boolean {
    const name = this.#find(path);
    if (name === null) return diskReader.exists(path);
    this.#asked.add(name);
    return this.#files.has(name) || this.#folders.has(name);
  }

  isFolder(path: string): boolean {
    const name = this.#find(path);
    return name === null ? diskReader.isFolder(path) : this.#folders.has(name);
  }

  read(path: string): Uint8Array {
    const name = this.#find(path);
    if (name === null) {
      this.#hasInstalled = true;
      return diskReader.read(path);
    }
    this.#asked.add(name);
    const entry = this.#follow(name);
    if (entry !== undefined) return this.#readBlob(entry.object);
    throw new ToolProblem(
      `\`${showPath(path)}\` is not in the revision that --trust names`,
      'It counts when it is there; until then nothing may name it.',
    );
  }

  list(folder: string): readonly FolderEntry[] {
    const name = this.#find(folder);
    if (name === null) return diskReader.list(folder);
    const entries = [...(this.#folders.get(name) ?? [])].map(([child, isFolder]) => ({ name: child, isFolder }));
    const onDisk = diskReader.isFolder(folder) ? readdirSync(folder) : [];
    // What has come or gone since is told, too.
    for (const child of [...onDisk, ...entries.map((entry) => entry.name)]) this.#asked.add(posix.join(name, child));
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  isRepositoryRoot(folder: string): boolean {
    return this.#nameOf(folder) === '';
  }

  /** Packages of policies that were read as they are installed. */
  get hasInstalled(): boolean {
    return this.#hasInstalled;
  }

  /** How what was asked for differs in the working tree, by name. */
  listDifferences(): Difference[] {
    const words = splitNames(
      this.#repository.run('diff', '--raw', '-z', '--no-renames', '--no-ext-diff', this.#commit, '--'),
    ).values();
    const statuses = new Map<string, string>();
    for (const header of words) statuses.set(words.next().value ?? '', header.split(' ')[4] ?? '');
    const differences: Difference[] = [];
    for (const name of [...this.#asked].sort()) {
      const path = join(this.#repository.top, name);
      const what = this.#describe(name, path, statuses.get(name));
      if (what !== null) differences.push({ path, what });
    }
    return differences;
  }

  #describe(name: string, path: string, status: string | undefined): Difference['what'] | null {
    if (this.#folders.has(name)) return null;
    const stat = findStats(path, false);
    const entry = this.#files.get(name);
    if (entry === undefined) return stat === null || stat.isDirectory() ? null : 'added';
    if (stat === null) return 'deleted';
    if (stat.isSymbolicLink() && entry.mode !== link) return 'replaced by a link';
    return status === undefined ? null : 'changed';
  }

  #addFolders(name: string): void {
    let child = name;
    for (let isFolder = false; child !== ''; isFolder = true) {
      const end = child.lastIndexOf('/');
      const parent = end === -1 ? '' : child.slice(0, end);
      const known = this.#folders.get(parent);
      if (known?.has(child.slice(end + 1)) === true) return;
      if (known === undefined) this.#folders.set(parent, new Map([[child.slice(end + 1), isFolder]]));
      else known.set(child.slice(end + 1), isFolder);
      child = parent;
    }
  }

  /** What links lead to within the commit. */
  #follow(name: string): TreeEntry | undefined {
    let at = name;
    for (let links = 0; links < longestChain; links++) {
      const entry = this.#files.get(at);
      if (entry?.mode !== link) return entry;
      const goal = Buffer.from(this.#readBlob(entry.object)).toString();
      at = posix.join(posix.dirname(at), goal);
      if (goal.startsWith('/') || at.startsWith('../')) return undefined;
    }
    return undefined;
  }

  #readBlob(object: string): Uint8Array {
    let blob = this.#blobs.get(object);
    if (blob === undefined) {
      blob = this.#repository.run('cat-file', 'blob', object);
      this.#blobs.set(object, blob);
    }
    return blob;
  }

  /** The name in the commit; null for what is installed. */
  #find(path: string): string | null {
    const isPackage = /[\\/]node_modules[\\/]/.test(path);
    // Packages are looked for above the repository as well, where no request can put one.
    const name = isPackage ? this.#locate(path) : this.#nameOf(path);
    if (name === null || !isPackage || this.#files.has(name)) return name;
    const place = this.#packages.locate(name);
    if (place.where === 'committed') return name;
    if (place.where === 'repository') return this.#isCalled(place.folder, name) ? place.name : name;
    return null;
  }

  /** True where the commit calls the package in a folder as the link does: a link is not in the commit and may lead anywhere. */
  #isCalled(folder: string, linkedAs: string): boolean {
    const entry = this.#follow(`${folder}/package.json`);
    if (entry === undefined) return false;
    try {
      const manifest: unknown = JSON.parse(Buffer.from(this.#readBlob(entry.object)).toString());
      const name = isObject(manifest) ? ownValue(manifest, 'name') : undefined;
      const after = linkedAs.slice(linkedAs.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return typeof name === 'string' && `${after}/`.startsWith(`${name}/`);
    } catch {
      return false;
    }
  }

  /** The name of a path in the commit. Throws ToolProblem for a path outside the repository. */
  #nameOf(path: string): string {
    const name = this.#locate(path);
    if (name !== null) return name;
    throw new ToolProblem(
      `\`${showPath(path)}\` is outside the repository that --trust speaks of`,
      'Name specs of one repository, and run it there.',
    );
  }

  /** The name of a path in the commit; null for one outside the repository. */
  #locate(path: string): string | null {
    return this.#relate(path) ?? this.#relate(findRealPath(path));
  }

  #relate(path: string): string | null {
    const name = relative(this.#repository.top, path);
    if (name === '..' || name.startsWith(`..${sep}`) || /^[A-Za-z]:/.test(name)) return null;
    return sep === '/' ? name : name.replaceAll(sep, '/');
  }
}

/** The path with the links of its folders resolved, as far as they are there. */
function findRealPath(path: string): string {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) return join(realpathSync(at), relative(at, path));
    if (dirname(at) === at) return path;
  }
}
