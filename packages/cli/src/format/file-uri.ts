import { replaceLone } from './escape.ts';

/** A path with `/` as it stands in a URI: what is no letter, digit or mark is percent-encoded, in each name. */
export function encodePath(path: string): string {
  return replaceLone(path).split('/').map(encodeURIComponent).join('/');
}

/** The `file:` address of an absolute path. */
export function writeFileUri(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  // A drive keeps its colon, and stands behind a slash.
  const drive = /^[a-z]:/i.exec(slashed)?.[0] ?? '';
  return `file://${drive === '' ? '' : `/${drive}`}${encodePath(slashed.slice(drive.length))}`;
}
