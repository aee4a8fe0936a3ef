import { sep } from 'node:path';
import { replaceLone } from './escape.ts';

/** A path with `/` as it stands in a URI: what is no letter, digit or mark is percent-encoded, in each name. */
export function encodePath(path: string): string {
  return replaceLone(path).split('/').map(encodeURIComponent).join('/');
}

/** The `file:` address of an absolute path; elsewhere than on Windows a backslash is a character of a name. */
export function writeFileUri(path: string, separator: string = sep): string {
  const slashed = path.replaceAll(separator, '/');
  // A drive keeps its colon, and stands behind a slash.
  const drive = /^[a-z]:/i.exec(slashed)?.[0] ?? '';
  return `file://${drive === '' ? '' : `/${drive}`}${encodePath(slashed.slice(drive.length))}`;
}
