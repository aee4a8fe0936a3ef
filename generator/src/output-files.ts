import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { GeneratedFile } from './emit/file.ts';
import { findEmitter } from './emit/header.ts';
import { describeFailure } from './model-files.ts';

/** A generated file whose text on disk is another (`stale`), which is not there (`missing`), or a file that nothing makes any more (`extra`). */
export interface FileChange {
  /** Relative to the root, with `/`. */
  readonly file: string;
  readonly state: 'stale' | 'missing' | 'extra';
  /** Null where the file is not there. */
  readonly before: string | null;
  /** Null where the file is to go. */
  readonly after: string | null;
}

/** What would have to change on disk, and what stands in the way. */
export interface OutputPlan {
  readonly changes: readonly FileChange[];
  readonly problems: readonly string[];
}

/** The files of one folder, `out` relative to the root. */
export interface OutputFolder {
  readonly out: string;
  readonly files: readonly GeneratedFile[];
}

/** Compares what was generated with what is on disk. A file that bears no header of ours is never touched. */
export function planOutput(root: string, folders: readonly OutputFolder[]): OutputPlan {
  const wanted = new Map<string, string>();
  const problems: string[] = [];
  const name = (...parts: string[]) => relative(root, resolve(root, ...parts)).replaceAll('\\', '/');
  for (const { out, files } of folders) {
    for (const { path, text } of files) {
      const file = name(out, path);
      if (wanted.has(file) && wanted.get(file) !== text)
        problems.push(`two targets write ${file}; give them different folders`);
      wanted.set(file, text);
    }
  }
  const changes: FileChange[] = [];
  for (const [file, after] of wanted) {
    const before = readText(join(root, file));
    if (before === after) continue;
    if (before !== null && findEmitter(before) === null)
      problems.push(`${file} was not generated and stands where a generated file goes; move it away`);
    changes.push({ file, state: before === null ? 'missing' : 'stale', before, after });
  }
  for (const { out, files } of folders) {
    const families = new Set(files.map(({ text }) => familyOf(text)));
    for (const path of listFiles(resolve(root, out))) {
      const file = name(out, path);
      if (wanted.has(file) || changes.some((change) => change.file === file)) continue;
      const before = readText(join(root, file));
      if (before === null) continue;
      const family = familyOf(before);
      // What other emitters made may be another run's; in a folder called `generated` nothing else has a place.
      if (family === null ? isGeneratedFolder(out) : families.has(family))
        changes.push({ file, state: 'extra', before, after: null });
    }
  }
  return { changes: changes.sort((a, b) => (a.file < b.file ? -1 : 1)), problems };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** What one word of `emit` makes: the client's emitters are one family. */
function familyOf(text: string): string | null {
  return findEmitter(text)?.replace(/^client .*/, 'client') ?? null;
}

function isGeneratedFolder(out: string): boolean {
  return /(?:^|[\\/])generated[\\/]*$/.test(out);
}

/** The files of a folder and of the folders that emitters make in it. */
function listFiles(folder: string): string[] {
  return ['.', 'client', 'schema/draft-07', 'schema/2020-12'].flatMap((inner) => {
    try {
      return readdirSync(join(folder, inner), { withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|json)$/.test(entry.name))
        .map((entry) => join(inner, entry.name));
    } catch {
      return [];
    }
  });
}

/**
 * Makes the changes: all texts are written beside their places first and renamed once all are, so that a full disk or an
 * interruption leaves whole files. An extra file is removed if the generator made it. Gives the problem where it could not.
 */
export function applyChanges(root: string, changes: readonly FileChange[]): string | null {
  const written: { readonly temporary: string; readonly path: string }[] = [];
  try {
    for (const { file, after } of changes) {
      if (after === null) continue;
      const path = join(root, file);
      const temporary = `${path}.${process.pid}.tmp`;
      mkdirSync(dirname(path), { recursive: true });
      written.push({ temporary, path });
      writeFileSync(temporary, after);
    }
    for (const { temporary, path } of written) renameSync(temporary, path);
    for (const { file, before, after } of changes)
      if (after === null && before !== null && findEmitter(before) !== null) rmSync(join(root, file));
    return null;
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true });
    return `generated files could not be written: ${describeFailure(error)}`;
  }
}

/** Beyond this many changed lines a diff says no more than that the file is another. */
const longestDiff = 4000;

/** The changes as one unified diff. */
export function printDiff(changes: readonly FileChange[]): string {
  return changes
    .map(({ file, before, after }) => {
      const from = before === null ? '/dev/null' : `a/${file}`;
      const to = after === null ? '/dev/null' : `b/${file}`;
      const patch = createTwoFilesPatch(from, to, before ?? '', after ?? '', undefined, undefined, {
        context: 3,
        maxEditLength: longestDiff,
      });
      if (patch === undefined) return `--- ${from}\n+++ ${to}\nmore than ${longestDiff} lines differ\n`;
      return patch.replace(/^=+\n/, '');
    })
    .join('');
}
