import { findPlaceholder } from './find-placeholder.ts';
import { findReference } from './find-reference.ts';

/** True for a text that stands for another: a placeholder or a reference, of which nothing else can be said. */
export function isUnsettled(text: string): boolean {
  return findPlaceholder(text, false) !== undefined || findReference(text, false) !== undefined;
}
