import { readdirSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { compileGlob, findGlobFault } from '../config/glob.ts';
import { describeFailure, findStats, showPath } from '../disk.ts';
import { ToolProblem } from '../tool-problem.ts';

/** A file that may be linted. */
export interface SpecFile {
  /** Absolute. */
  readonly file: string;
  /** True where the command line names it: then it is linted, whatever it holds. */
  readonly isNamed: boolean;
}

/** Tells of a path in a folder that is walked whether it is left out; both are absolute. */
export type LeftOut = (path: string, isFolder: boolean) => boolean;

const extension = /\.(?:ya?ml|json)$/i;
/** Never specs, though they are YAML or JSON and in every repository. */
const neverSpecs =
  /^(?:package(?:-lock)?\.json|tsconfig.*\.json|shapegate(?:-lock)?\.(?:ya?ml|json)|pnpm-(?:lock|workspace)\.yaml)$/i;
const wildcard = /[*?[{]/;

/** The files below a folder that may be specs, added to those that were found before. */
function walk(folder: string, isLeftOut: LeftOut, files: string[] = []): string[] {
  let entries: ReturnType<typeof listEntries>;
  try {
    entries = listEntries(folder);
  } catch (error) {
    throw new ToolProblem(
      `cannot read the folder \`${showPath(folder)}\`: ${describeFailure(error)}`,
      'Check its permissions.',
    );
  }
  const start = folder.endsWith(sep) ? folder : folder + sep;
  for (const entry of entries) {
    const path = start + entry.name;
    // Links to folders are not followed, so that a circle cannot hold the walk.
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.') && !isLeftOut(path, true))
        walk(path, isLeftOut, files);
    } else if (hasSpecName(entry.name) && (entry.isFile() || isLinkToFile(path)) && !isLeftOut(path, false))
      files.push(path);
  }
  return files;
}

function hasSpecName(name: string): boolean {
  return extension.test(name) && !neverSpecs.test(name);
}

function listEntries(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function isLinkToFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** As a shell would: what the glob matches is named, and of a folder that it matches, what is below it is found. */
function* matchGlob(glob: string, chooseLeftOut: (folder: string) => LeftOut): Iterable<SpecFile> {
  const parts = (sep === '/' ? glob : glob.replaceAll(sep, '/')).split('/');
  const first = parts.findIndex((part) => wildcard.test(part));
  const base = resolve(parts.slice(0, first).join('/') || (glob.startsWith('/') ? '/' : '.'));
  const rest = parts.slice(first).join('/').replace(/\/$/, '');
  const fault = findGlobFault(rest);
  if (fault !== null) throw new ToolProblem(`the glob \`${glob}\` can match nothing: ${fault}`);
  const matches = compileGlob(rest);
  if (findStats(base)?.isDirectory() !== true) return;
  for (const file of walk(base, chooseLeftOut(base))) {
    const name = relative(base, file);
    const path = sep === '/' ? name : name.replaceAll(sep, '/');
    if (matches(path)) yield { file, isNamed: true };
    else if (listFolders(path).some(matches)) yield { file, isNamed: false };
  }
}

function listFolders(path: string): string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}

const nothingLeftOut = (): LeftOut => () => false;

/**
 * The files that paths mean, each once, sorted: a folder means the YAML and JSON files below it, a glob those that it
 * matches. Throws ToolProblem for a path that is not there, and for a glob that matches nothing.
 * @param chooseLeftOut tells for a folder that is walked what is left out below it
 */
export function findSpecs(
  paths: readonly string[],
  chooseLeftOut: (folder: string) => LeftOut = nothingLeftOut,
): SpecFile[] {
  const found = new Map<string, SpecFile>();
  const add = (spec: SpecFile) => {
    if (spec.isNamed || !found.has(spec.file)) found.set(spec.file, spec);
  };
  for (const path of paths) {
    // `submit "$SPEC"` without the variable would mean the whole working directory.
    if (path === '') throw new ToolProblem('a path is empty', 'Say `.` for the working directory.');
    const absolute = resolve(path);
    let isFolder: boolean;
    try {
      isFolder = statSync(absolute).isDirectory();
    } catch (error) {
      const matched = wildcard.test(path) ? [...matchGlob(path, chooseLeftOut)] : [];
      if (matched.length === 0)
        throw new ToolProblem(
          wildcard.test(path)
            ? `no spec matches \`${path}\``
            : `cannot read \`${showPath(path)}\`: ${describeFailure(error)}`,
          'Check the path.',
        );
      for (const spec of matched) add(spec);
      continue;
    }
    if (!isFolder) add({ file: absolute, isNamed: true });
    else for (const file of walk(absolute, chooseLeftOut(absolute))) add({ file, isNamed: false });
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** The files as if a folder had been named that holds them: a runner of hooks names every file that is committed. */
export function forgetNames(specs: readonly SpecFile[]): SpecFile[] {
  return specs.filter(({ file }) => hasSpecName(basename(file))).map(({ file }) => ({ file, isNamed: false }));
}
