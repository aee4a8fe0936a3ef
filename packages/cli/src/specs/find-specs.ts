import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeFailure, showPath } from '../disk.ts';
import { ToolProblem } from '../tool-problem.ts';

/** A file that may be linted. */
export interface SpecFile {
  /** Absolute. */
  readonly file: string;
  /** True where the command line names it: then it is linted, whatever it holds. */
  readonly isNamed: boolean;
}

const extension = /\.(?:ya?ml|json)$/i;
/** Never specs, though they are YAML or JSON and in every repository. */
const neverSpecs =
  /^(?:package(?:-lock)?\.json|tsconfig.*\.json|shapegate\.(?:ya?ml|json)|pnpm-(?:lock|workspace)\.yaml)$/i;

function* walk(folder: string): Iterable<string> {
  let entries: ReturnType<typeof listEntries>;
  try {
    entries = listEntries(folder);
  } catch (error) {
    throw new ToolProblem(
      `cannot read the folder \`${showPath(folder)}\`: ${describeFailure(error)}`,
      'Check its permissions.',
    );
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    // Links to folders are not followed, so that a circle cannot hold the walk.
    if (entry.isDirectory()) {
      if (entry.name !== 'node_modules' && !entry.name.startsWith('.')) yield* walk(path);
    } else if (extension.test(entry.name) && !neverSpecs.test(entry.name) && (entry.isFile() || isLinkToFile(path)))
      yield path;
  }
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

/** The files that paths mean, each once: a folder means the YAML and JSON files below it, sorted. Throws ToolProblem. */
export function findSpecs(paths: readonly string[]): SpecFile[] {
  const found = new Map<string, SpecFile>();
  for (const path of paths) {
    // `submit "$SPEC"` without the variable would mean the whole working directory.
    if (path === '') throw new ToolProblem('a path is empty or `-`', 'Say `.` for the working directory.');
    const absolute = resolve(path);
    let isFolder: boolean;
    try {
      isFolder = statSync(absolute).isDirectory();
    } catch (error) {
      throw new ToolProblem(`cannot read \`${showPath(path)}\`: ${describeFailure(error)}`, 'Check the path.');
    }
    if (!isFolder) found.set(absolute, { file: absolute, isNamed: true });
    else for (const file of walk(absolute)) if (!found.has(file)) found.set(file, { file, isNamed: false });
  }
  return [...found.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
