import { realpathSync } from 'node:fs';
import { posix, relative, sep } from 'node:path';

/** What CI names the folder it has checked the repository out to. */
const variables = ['GITHUB_WORKSPACE', 'CI_PROJECT_DIR'];

function resolveLinks(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder;
  }
}

/**
 * Where the working directory stands in the repository that CI has checked out, with a `/` at its end; empty at its root
 * and outside CI. Code hosts look for paths from there, wherever a job runs.
 */
export function findWorkspacePrefix(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const workspace = variables.map((name) => env[name]).find((value) => value !== undefined && value !== '');
  if (workspace === undefined) return '';
  const prefix = relative(resolveLinks(workspace), process.cwd()).replaceAll(sep, '/');
  return prefix === '' || prefix.startsWith('../') || prefix === '..' || /^(?:\/|[a-z]:)/i.test(prefix)
    ? ''
    : `${prefix}/`;
}

/** A path as reports write it, seen from the repository's root. */
export function seeFromWorkspace(prefix: string, file: string): string {
  return prefix === '' ? file : posix.normalize(prefix + file);
}
