import { readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { globSync } from 'tinyglobby';
import type { ModelText } from './model/assemble.ts';

/** The texts of a model, and why some could not be had. */
export interface ModelFiles {
  readonly texts: readonly ModelText[];
  readonly problems: readonly string[];
}

/**
 * Reads the files of a model: paths, globs and folders (their `.smithy` and `.json` files), relative to `root`. A pattern
 * that matches nothing is a problem. Texts are named relative to `root`, with `/`, and sorted.
 */
export function readModelFiles(root: string, patterns: readonly string[]): ModelFiles {
  const found = new Set<string>();
  const problems: string[] = [];
  for (const pattern of patterns) {
    const files = matchFiles(root, pattern);
    if (files.length === 0) problems.push(`no model file matches ${pattern}`);
    for (const file of files) found.add(file);
  }
  const texts: ModelText[] = [];
  for (const file of [...found].sort()) {
    try {
      texts.push({ file, text: readFileSync(resolve(root, file), 'utf8') });
    } catch (error) {
      problems.push(`${file} cannot be read: ${describeFailure(error)}`);
    }
  }
  return { texts, problems };
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
