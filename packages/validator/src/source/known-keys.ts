const slots = 256;
const keys: string[] = Array.from({ length: slots }, () => '');

/**
 * The key at a place of a text, as the very text that it was met as before. Documents have the same few keys, and an engine
 * takes longer to look a fresh text up among the names that it knows than to read the value behind it.
 * @param hash of its characters; a table of fixed size holds what was met last under each
 */
export function findKnownKey(text: string, start: number, end: number, hash: number): string {
  const slot = hash & (slots - 1);
  const known = keys[slot] ?? '';
  if (known.length === end - start && text.startsWith(known, start)) return known;
  const [key = ''] = Object.keys({ [text.slice(start, end)]: null });
  keys[slot] = key;
  return key;
}
