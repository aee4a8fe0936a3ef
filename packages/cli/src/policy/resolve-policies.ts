import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { appendToken, isObject, ownValue } from '@shapegate/validator/leaves';
import { type FileReader, findRepositoryRoot } from '../config/file-reader.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import { compileGlob } from '../config/glob.ts';
import { isWithin, showPath } from '../disk.ts';
import { makePolicyProblem, placeValue, readGuarded } from './policy-problem.ts';
import type { PolicyReader } from './policy-reader.ts';

const extension = /\.(?:ya?ml|json)$/i;
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*(?:\/.+)?$/;

/** The files that a choice means, absolute and sorted. Throws ConfigProblem where it means none. */
export function resolveChoice({ folder, name, saidBy }: PolicyChoice, reader: PolicyReader): string[] {
  const files = readGuarded(name, () => findPolicyFiles(folder, name, reader));
  if (files.length > 0) return files;
  const message = `the policy \`${name}\` cannot be found`;
  const help = 'Name a file, a folder, a glob such as `./policy/*.yaml`, or an installed package.';
  if (saidBy === null) throw makePolicyProblem(name, message, help);
  throw makePolicyProblem(showPath(saidBy), message, help, placeChoice(saidBy, name, reader));
}

/** Where a configuration names a policy. */
function placeChoice(saidBy: string, name: string, reader: PolicyReader) {
  const { documents } = reader.readDocuments(reader.files.read(saidBy), saidBy.endsWith('.json') ? 'json' : 'yaml');
  const value = documents[0]?.value;
  const named = isObject(value) ? ownValue(value, 'policies') : undefined;
  return placeValue(saidBy, `/policies/${Array.isArray(named) ? named.indexOf(name) : -1}`, reader);
}

/** The policy files that a path, a folder, a glob or an installed package means; none where there is nothing. */
function findPolicyFiles(folder: string, name: string, reader: PolicyReader): string[] {
  const isPath = /^\.{0,2}[\\/]/.test(name) || /^[A-Za-z]:[\\/]/.test(name);
  const local = isPath || extension.test(name) || /[*?{[]/.test(name) || reader.files.exists(join(folder, name));
  const found = local ? findLocal(folder, name, reader.files) : [];
  if (found.length > 0 || isPath || !packageName.test(name)) return found;
  return findPackage(folder, name, reader);
}

/** The policy files that another one extends: in its repository, or its package, and among what is installed. */
export function findExtended(path: string, name: string, reader: PolicyReader): string[] {
  if (isAbsolute(name)) return [];
  const ground = findInstalled(path)?.root ?? findRepositoryRoot(dirname(path), reader.files);
  const found = findPolicyFiles(dirname(path), name, reader);
  return ground === null ? found : found.filter((file) => isWithin(file, [ground]) || findInstalled(file) !== null);
}

/** The installed package that a file belongs to, and its folder; null where it belongs to none. */
export function findInstalled(path: string): { readonly name: string; readonly root: string } | null {
  const parts = path.split(sep);
  const start = parts.lastIndexOf('node_modules') + 1;
  if (start === 0) return null;
  const end = start + (parts[start]?.startsWith('@') ? 2 : 1);
  return { name: parts.slice(start, end).join('/'), root: parts.slice(0, end).join(sep) };
}

function findLocal(folder: string, name: string, reader: FileReader): string[] {
  const path = resolve(folder, name);
  if (reader.exists(path)) return reader.isFolder(path) ? listFolder(path, reader) : [path];
  if (!/[*?{[]/.test(name)) return [];
  // The part before the first wildcard is where the walk begins.
  const written = name.replaceAll('\\', '/');
  const start = resolve(folder, written.slice(0, written.lastIndexOf('/', written.search(/[*?{[]/)) + 1));
  const rest = written.slice(written.lastIndexOf('/', written.search(/[*?{[]/)) + 1);
  const matches = compileGlob(rest);
  return reader.exists(start)
    ? walk(start, 0, reader).filter((file) => matches(relative(start, file).replaceAll(sep, '/')))
    : [];
}

/** The files directly in a folder. */
function listFolder(folder: string, reader: FileReader): string[] {
  return reader
    .list(folder)
    .filter((entry) => !entry.isFolder && extension.test(entry.name) && entry.name !== 'package.json')
    .map((entry) => join(folder, entry.name))
    .sort();
}

function walk(folder: string, depth: number, reader: FileReader): string[] {
  if (depth > 32) return [];
  return reader
    .list(folder)
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isFolder)
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : walk(path, depth + 1, reader);
      return extension.test(entry.name) ? [path] : [];
    })
    .sort();
}

/** An installed package, looked for as Node does; its `package.json` says under `shapegate.policies` where its policies are. */
function findPackage(folder: string, name: string, reader: PolicyReader): string[] {
  const parts = name.split('/');
  const length = name.startsWith('@') ? 2 : 1;
  const [own, rest] = [parts.slice(0, length).join('/'), parts.slice(length).join('/')];
  for (let at = folder; ; at = dirname(at)) {
    const root = join(at, 'node_modules', own);
    if (reader.files.exists(join(root, 'package.json'))) {
      if (rest !== '') return rest.split('/').includes('..') ? [] : findLocal(root, rest, reader.files);
      return listPackage(root, reader);
    }
    if (dirname(at) === at) return [];
  }
}

/** A file that a package lists and does not have would be rules that nobody asks: each entry has to give some. Throws ConfigProblem. */
function listPackage(root: string, reader: PolicyReader): string[] {
  const path = join(root, 'package.json');
  const file = showPath(path);
  const listed = readListed(path, reader);
  if (listed === undefined)
    return ['./policy/*', './policies/*'].flatMap((name) => findLocal(root, name, reader.files));
  const help = 'It lists files, folders or globs in the package, such as `./policy/*.yaml`.';
  const refuse = (message: string, pointer: string) =>
    makePolicyProblem(file, message, help, placeValue(path, pointer, reader));
  if (!Array.isArray(listed) || listed.length === 0)
    throw refuse('`shapegate.policies` is no list of policies', '/shapegate/policies');
  const found = listed.flatMap((entry: unknown, at) => {
    const pointer = appendToken('/shapegate/policies', at);
    if (typeof entry !== 'string' || isAbsolute(entry) || entry.split(/[\\/]/).includes('..'))
      throw refuse('it is no path in the package', pointer);
    const files = findLocal(root, entry, reader.files);
    if (files.length === 0) throw refuse(`the policy \`${entry}\` is not in the package`, pointer);
    return files;
  });
  return [...new Set(found)];
}

/** What a package lists as its policies; undefined where it says nothing of them. */
function readListed(path: string, { files }: PolicyReader): unknown {
  let manifest: unknown;
  try {
    manifest = JSON.parse(new TextDecoder().decode(files.read(path)));
  } catch {
    throw makePolicyProblem(showPath(path), `\`${showPath(path)}\` is no JSON`, 'Install the package anew.');
  }
  const says = isObject(manifest) ? ownValue(manifest, 'shapegate') : undefined;
  return isObject(says) ? ownValue(says, 'policies') : undefined;
}
