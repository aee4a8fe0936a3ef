import { quoteValue } from './quote-value.ts';

const most = 10;

/** Quotes names and joins them as a sentence does: `a`, `b` and `c`; of more than ten the rest is counted. */
export function joinNames(names: readonly string[], word: 'and' | 'or' = 'and'): string {
  const shown = names.slice(0, most).map(quoteValue);
  return joinTexts(shown, names.length - shown.length, word);
}

/** Joins texts as a sentence does, and says how many more there are. */
export function joinTexts(texts: readonly string[], more: number, word: 'and' | 'or' = 'and'): string {
  if (more > 0) return `${texts.join(', ')} and ${more} more`;
  const shown = [...texts];
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${word} ${last}`;
}
