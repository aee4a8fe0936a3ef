import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as assert from 'uvu/assert';
import { type GitFolder, makeRepository } from '../cli/git-folder.ts';
import { exampleFolder, type InstalledTool } from './engine-tool.ts';

const cli = fileURLToPath(new URL('../../packages/cli', import.meta.url));

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** The example as a git repository of its own. */
export interface CopiedExample extends GitFolder {
  read(file: string): string;
  /** Replaces a text that has to stand in the file. */
  edit(file: string, from: string, to: string): void;
  /** Makes the files what the last commit says. */
  restore(): void;
  /** What `npm install` would do: links the packages and writes the lock file, with this version of Shapegate. */
  install(version?: string): void;
}

const leftOut = new Set(['node_modules', '.turbo', '.nx', 'reports']);

function link(from: string, to: string): void {
  mkdirSync(dirname(from), { recursive: true });
  if (!existsSync(from)) symlinkSync(to, from);
}

/** As much of a lock file as the engines read: the packages, and the version of each that they depend on. */
function writeLock(root: Manifest, packages: ReadonlyMap<string, Manifest>, version: string): string {
  const entries: Record<string, unknown> = { '': root };
  for (const [path, manifest] of packages) {
    entries[path] = manifest;
    entries[`node_modules/${manifest.name}`] = { resolved: path, link: true };
  }
  for (const { dependencies, devDependencies } of [root, ...packages.values()])
    for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies }))
      entries[`node_modules/${name}`] ??= { version: /^@?shapegate/.test(name) ? version : range.replace('^', '') };
  const { name } = root;
  return `${JSON.stringify({ name, version: root.version, lockfileVersion: 3, requires: true, packages: entries }, null, 2)}\n`;
}

/**
 * Copies the example, installs it and commits it.
 * @param tool what will run it; null for none
 */
export function copyExample(tool: InstalledTool | null): CopiedExample {
  const folder = makeRepository();
  const read = (file: string): string => readFileSync(join(folder.path, file), 'utf8');
  const readManifest = (path: string): Manifest => JSON.parse(read(join(path, 'package.json')));
  const edit = (file: string, from: string, to: string): void => {
    const text = read(file);
    assert.ok(text.includes(from), `${file} has no ${from}`);
    folder.write({ [file]: text.replaceAll(from, to) });
  };
  const restore = (): void => {
    folder.git('checkout', '--quiet', '.');
    folder.git('clean', '--quiet', '-d', '--force');
  };
  const install = (version = '0.1.0'): void => {
    const packages = new Map(
      readdirSync(join(folder.path, 'packages')).map((name) => [`packages/${name}`, readManifest(`packages/${name}`)]),
    );
    const modules = join(folder.path, 'node_modules');
    for (const [path, { name }] of packages) link(join(modules, name), join(folder.path, path));
    link(join(modules, 'shapegate'), cli);
    link(join(modules, '.bin/shapegate'), '../shapegate/bin/shapegate.cjs');
    folder.write({ 'package-lock.json': writeLock(readManifest('.'), packages, version) });
  };
  cpSync(exampleFolder, folder.path, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  install();
  if (tool !== null)
    for (const name of [tool.name, `.bin/${tool.name}`])
      link(join(folder.path, 'node_modules', name), join(tool.modules, name));
  folder.commit();
  return { ...folder, read, edit, restore, install };
}
