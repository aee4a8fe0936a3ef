import type { Place } from './explanation.ts';

/** A place as a person reads it. */
export function writePlace({ file, line, column }: Pick<Place, 'file' | 'line' | 'column'>): string {
  return `${file}:${line}:${column}`;
}
