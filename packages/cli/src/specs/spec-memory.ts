import type { FoundInFile } from './keep-file.ts';
import type { Surroundings } from './linted-file.ts';

/** What runs before this one found in files. Nothing in it depends on other files or on the day. */
export interface SpecMemory {
  /** Tells whether anything is known of a file. */
  has(file: string): boolean;
  /** What was found in a text in the same surroundings; null where that is no spec, undefined where nothing is known. */
  recall(surroundings: Surroundings, name: string): FoundInFile | null | undefined;
  remember(surroundings: Surroundings, name: string, found: FoundInFile | null): void;
}

/** Names a text by what it holds. Loads the module for it at the first call. */
export function nameText(bytes: Uint8Array): string {
  return process.getBuiltinModule('node:crypto').hash('sha256', bytes, 'base64url');
}
