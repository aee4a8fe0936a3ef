import { quoteValue } from './quote-value.ts';

const most = 10;

/** Quotes names and joins them as a sentence does: `a`, `b` and `c`; of more than ten the rest is counted. */
export function joinNames(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, most).map(quoteValue);
  if (names.length > most) return `${shown.join(', ')} and ${names.length - most} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${word} ${last}`;
}
