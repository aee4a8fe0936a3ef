import { relative, sep } from 'node:path';
import type { SourceFile } from '@shapegate/validator';
import { isObject, ownValue } from '@shapegate/validator/leaves';
import type { PolicyFile } from '@shapegate/validator/policy';
import type { PolicyChoice } from '../config/file-settings.ts';
import { showPath } from '../disk.ts';
import { readGuarded } from './policy-problem.ts';
import type { PolicyReader } from './policy-reader.ts';
import { findExtended, findInstalled, resolveChoice } from './resolve-policies.ts';

/** What a policy file says before its rules are looked at. */
export interface PolicyHead {
  readonly extends: readonly string[];
  /** The operations that it is for, in their order. */
  readonly operations: readonly string[];
}

/** A policy file from disk. */
export interface ReadPolicyFile extends PolicyFile {
  /** Absolute. */
  readonly path: string;
  readonly text: Uint8Array;
  readonly bases: Readonly<Record<string, readonly string[]>>;
  readonly operations: readonly string[];
  /** Its documents, read when they are first asked for. */
  readonly source: SourceFile;
  /** The name under which a lock holds it, with others of the same package: null for a file that the configuration names itself. */
  readonly bundle: string | null;
}

/** Says what is known of a file without reading its documents; null for most. */
export type HeadMemory = (file: string, format: 'yaml' | 'json', text: Uint8Array) => PolicyHead | null;

/** Reads the files that choices mean, and whatever they extend. Throws ConfigProblem for one that cannot be found or read. */
export function readPolicyFiles(
  choices: readonly PolicyChoice[],
  reader: PolicyReader,
  recallHead: HeadMemory = () => null,
): ReadPolicyFile[] {
  const files = new Map<string, ReadPolicyFile>();
  const waiting = choices.flatMap((choice) =>
    resolveChoice(choice, reader).map((path) => ({ path, folder: choice.folder, isNamed: true })),
  );
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, folder, isNamed } = next;
    if (files.has(path)) continue;
    const file = showPath(path);
    const text = readGuarded(file, () => reader.files.read(path).slice());
    const format = /\.json$/i.test(path) ? 'json' : 'yaml';
    let source: SourceFile | null = null;
    const readSource = (): SourceFile => {
      source ??= reader.readDocuments(text, format);
      return source;
    };
    const head = recallHead(file, format, text) ?? readHead(readSource());
    const bases: Record<string, readonly string[]> = {};
    for (const name of head.extends) {
      const found = readGuarded(file, () => findExtended(path, name, reader));
      bases[name] = found.map(showPath);
      for (const base of found) waiting.push({ path: base, folder, isNamed: false });
    }
    files.set(path, {
      file,
      text,
      format,
      bases,
      operations: head.operations,
      path,
      bundle: nameBundle(path, folder, isNamed),
      get source() {
        return readSource();
      },
    });
  }
  return [...files.values()];
}

function readHead({ documents }: SourceFile): PolicyHead {
  const list = (key: string): unknown[] =>
    documents.map(({ value }) => (isObject(value) ? ownValue(value, key) : undefined));
  const isText = (value: unknown): value is string => typeof value === 'string';
  return {
    extends: list('extends').filter(Array.isArray).flat().filter(isText),
    operations: list('for').flat().filter(isText),
  };
}

/** The operations that policies are for, each once, in their order. */
export function listOperations(files: readonly ReadPolicyFile[]): string[] {
  return [...new Set(files.flatMap(({ operations }) => operations))];
}

/** What is installed goes by its package's name, what is only extended by its path from the configuration. */
function nameBundle(path: string, folder: string, isNamed: boolean): string | null {
  const installed = findInstalled(path);
  if (installed !== null) return installed.name;
  if (isNamed) return null;
  const shown = relative(folder, path).replaceAll(sep, '/');
  return shown.startsWith('.') ? shown : `./${shown}`;
}
