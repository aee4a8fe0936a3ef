import { dirname, relative, sep } from 'node:path';
import type { SourceFile } from '@shapegate/validator';
import { isObject, ownValue } from '@shapegate/validator/leaves';
import { type PolicyFile, readDocuments } from '@shapegate/validator/policy';
import { diskReader, type FileReader } from '../config/file-reader.ts';
import type { PolicyChoice } from '../config/file-settings.ts';
import { showPath } from '../disk.ts';
import { readGuarded } from './policy-problem.ts';
import { findPolicyFiles, resolveChoice } from './resolve-policies.ts';

/** A policy file from disk. */
export interface ReadPolicyFile extends PolicyFile {
  /** Absolute. */
  readonly path: string;
  readonly source: SourceFile;
  readonly text: Uint8Array;
  /** The name under which a lock holds it, with others of the same package: null for a file that the configuration names itself. */
  readonly bundle: string | null;
}

/** Reads the documents of a text. */
export type DocumentReader = (text: Uint8Array, format: 'yaml' | 'json') => SourceFile;

/** Reads the files that choices mean, and whatever they extend. Throws ConfigProblem for one that cannot be found or read. */
export function readPolicyFiles(
  choices: readonly PolicyChoice[],
  reader: FileReader = diskReader,
  read: DocumentReader = readDocuments,
): ReadPolicyFile[] {
  const files = new Map<string, ReadPolicyFile>();
  const waiting = choices.flatMap((choice) =>
    resolveChoice(choice, reader).map((path) => ({ path, folder: choice.folder, isNamed: true })),
  );
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, folder, isNamed } = next;
    if (files.has(path)) continue;
    const text = readGuarded(showPath(path), () => reader.read(path).slice());
    const format = /\.json$/i.test(path) ? 'json' : 'yaml';
    const bases: Record<string, readonly string[]> = {};
    const source = read(text, format);
    for (const name of listBases(source)) {
      const found = readGuarded(showPath(path), () => findPolicyFiles(dirname(path), name, reader));
      bases[name] = found.map(showPath);
      for (const base of found) waiting.push({ path: base, folder, isNamed: false });
    }
    const bundle = nameBundle(path, folder, isNamed);
    files.set(path, { file: showPath(path), text, format, source, bases, path, bundle });
  }
  return [...files.values()];
}

function listBases({ documents }: SourceFile): string[] {
  return documents.flatMap(({ value }) => {
    const bases = isObject(value) ? ownValue(value, 'extends') : undefined;
    return Array.isArray(bases) ? bases.filter((each): each is string => typeof each === 'string') : [];
  });
}

/** The operations that policies are for, each once, in their order. */
export function listOperations(files: readonly ReadPolicyFile[]): string[] {
  const named = files.flatMap(({ source }) =>
    source.documents.flatMap(({ value }): readonly unknown[] => {
      const stated = isObject(value) ? ownValue(value, 'for') : undefined;
      return Array.isArray(stated) ? stated : [stated];
    }),
  );
  return [...new Set(named.filter((name): name is string => typeof name === 'string'))];
}

/** What is installed goes by its package's name, what is only extended by its path from the configuration. */
function nameBundle(path: string, folder: string, isNamed: boolean): string | null {
  const parts = path.split(sep);
  const installed = parts.lastIndexOf('node_modules');
  if (installed !== -1) {
    const [first = '', second = ''] = parts.slice(installed + 1);
    return first.startsWith('@') ? `${first}/${second}` : first;
  }
  if (isNamed) return null;
  const shown = relative(folder, path).replaceAll(sep, '/');
  return shown.startsWith('.') ? shown : `./${shown}`;
}
