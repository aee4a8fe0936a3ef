import type { SmithyVersion } from './tree.ts';

/** Reads the value of `$version` or `"smithy"`; null for a version that is not known. */
export function readVersion(text: string): SmithyVersion | null {
  if (text === '1' || text === '1.0') return '1.0';
  if (text === '2' || text === '2.0') return '2.0';
  return null;
}
