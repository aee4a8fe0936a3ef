import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { globSync } from 'tinyglobby';
import type { ModelText } from './model/assemble.ts';

/** The texts of a model, and why some could not be had. */
export interface ModelFiles {
  readonly texts: readonly ModelText[];
  readonly problems: readonly string[];
}

/**
 * Reads the files of a model: paths, globs and folders (their `.smithy` and `.json` files), relative to `root`. A pattern
 * that matches nothing is a problem. Texts are named relative to `root`, with `/`, and sorted. The policy vocabulary is
 * added where the model uses it and does not bring it along.
 */
export function readModelFiles(root: string, patterns: readonly string[]): ModelFiles {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const pattern of patterns) {
    const files = matchFiles(root, pattern);
    if (files.length === 0) problems.push(`no model file matches ${pattern}`);
    for (const file of keepOneName(root, files)) found.add(file);
  }
  for (const file of [...found]) for (const beside of findCompanions(root, file)) found.add(beside);
  const texts: ModelText[] = [];
  for (const file of [...found].sort()) {
    try {
      texts.push({ file, text: readFileSync(resolve(root, file), 'utf8') });
    } catch (error) {
      problems.push(`${file} cannot be read: ${describeFailure(error)}`);
    }
  }
  return { texts: [...texts, ...findVocabulary(texts)], problems };
}

/** A file that links lead to under several names, or in a circle, is read once: under its shortest name. */
function keepOneName(root: string, files: readonly string[]): Iterable<string> {
  const names = new Map<string, string>();
  for (const file of files) {
    const real = findReal(resolve(root, file));
    const known = names.get(real);
    if (known === undefined || file.length < known.length || (file.length === known.length && file < known))
      names.set(real, file);
  }
  return names.values();
}

function findReal(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Gone since it was found; reading it will say so.
    return path;
  }
}

/** What botocore keeps beside a service description and says more of the same service. */
function findCompanions(root: string, file: string): string[] {
  const end = 'service-2.json';
  if (!file.endsWith(end)) return [];
  return ['paginators-1.json', 'waiters-2.json', 'endpoint-rule-set-1.json']
    .map((name) => file.slice(0, -end.length) + name)
    .filter((name) => existsSync(resolve(root, name)));
}

/** The trait definitions of the namespace `shapegate`: beside the built code, and in a checkout in `model/shapegate`. */
const vocabularyFolders = ['./vocabulary', '../../model/shapegate'];

function findVocabulary(texts: readonly ModelText[]): ModelText[] {
  const isUsed = texts.some(({ text }) => text.includes('shapegate#'));
  const isThere = texts.some(({ text }) => /^[ \t]*namespace[ \t]+shapegate[ \t]*\r?$/m.test(text));
  if (!isUsed || isThere) return [];
  const folder = vocabularyFolders
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path));
  if (folder === undefined) return [];
  return readdirSync(folder)
    .sort()
    .map((file) => ({ file: `shapegate/${file}`, text: readFileSync(join(folder, file), 'utf8') }));
}

function matchFiles(root: string, pattern: string): string[] {
  const path = resolve(root, pattern);
  const kind = statSync(path, { throwIfNoEntry: false });
  const name = (file: string) => relative(root, file).replaceAll('\\', '/');
  if (kind?.isFile()) return [name(path)];
  const [cwd, glob] = kind?.isDirectory() ? [path, '**/*.{smithy,json}'] : [root, pattern.replace(/^\.\//, '')];
  return globSync(glob, { cwd, onlyFiles: true, ignore: ['**/node_modules/**'] }).map((file) => name(join(cwd, file)));
}

/** What went wrong with a file, in the system's words and without its own paths. */
export function describeFailure(error: unknown): string {
  if (!(error instanceof Error)) return 'for an unknown reason';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message;
}
