import type { Place } from '../syntax/place.ts';

/** What the names of texts that come with the generator begin with; no file of a user is called so. */
export const builtInPrefix = 'built-in:';

/** True for a shape of the prelude, or of a standard trait that the model uses and does not define. */
export function isBuiltIn({ place }: { readonly place: Place }): boolean {
  return place.file.startsWith(builtInPrefix);
}
