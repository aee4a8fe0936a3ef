import { realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { type Repository, splitNames } from './repository.ts';

/** The last package folder of a path, and what follows it. */
const packagePath = /^((?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/@][^/]*)((?:\/.*)?)$/s;

/** Where a path below `node_modules` leads. */
export type PackagePlace =
  | { readonly where: 'disk' }
  /** A package of the repository itself, linked as workspaces are; `name` is the path in the repository. */
  | { readonly where: 'repository'; readonly folder: string; readonly name: string }
  /** Somebody has committed it, so nobody has installed it. */
  | { readonly where: 'committed' };

/** The packages that are installed in a working tree. */
export class InstalledPackages {
  readonly #repository: Repository;
  readonly #targets = new Map<string, string | null>();
  #committed: ReadonlySet<string> | null = null;

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** @param name relative to the top of the repository, with `/` */
  locate(name: string): PackagePlace {
    const [, folder, rest = ''] = packagePath.exec(name) ?? [];
    if (folder === undefined) return { where: 'disk' };
    if (this.#isCommitted(name)) return { where: 'committed' };
    const target = this.#findTarget(folder);
    return target === null ? { where: 'disk' } : { where: 'repository', folder: target, name: `${target}${rest}` };
  }

  /** The folder of the repository that a package is a link to; null for one that was installed from elsewhere. */
  #findTarget(folder: string): string | null {
    let target = this.#targets.get(folder);
    if (target === undefined) {
      target = this.#resolve(folder);
      this.#targets.set(folder, target);
    }
    return target;
  }

  #resolve(folder: string): string | null {
    let real: string;
    try {
      real = realpathSync(join(this.#repository.top, folder));
    } catch {
      return null;
    }
    const name = relative(this.#repository.top, real).replaceAll(sep, '/');
    const isOwn = name !== '' && !/^(?:\.\.(?:\/|$)|\/|[A-Za-z]:)/.test(name);
    return isOwn && !/(?:^|\/)node_modules(?:\/|$)/.test(name) ? name : null;
  }

  #isCommitted(name: string): boolean {
    this.#committed ??= new Set(
      splitNames(this.#repository.run('ls-files', '-z')).filter((each) => each.includes('node_modules/')),
    );
    if (this.#committed.size === 0) return false;
    for (let at = name; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('/'))))
      if (this.#committed.has(at)) return true;
    return false;
  }
}
