const atom = String.raw`(?:[^\\^$.*+?()[\]{}|]|\.|\\[^\dA-Za-z]|\\[dDsSwW]|\\[pP]\{[\w=]+\}|\[(?:[^\\\]]|\\.)*\])`;
const fixed = String.raw`${atom}(?:\{\d{1,3}\})?`;
const variable = String.raw`${atom}(?:[*+?]|\{\d{1,4},\d{0,4}\})`;
const plain = new RegExp(String.raw`^\^(?:${fixed})*(?:${variable}(?:${fixed})*)?\$?$`);

/**
 * Compiles what most patterns of a model are: held at the start, and with one repetition of an open length at most. A
 * backtracking engine tries each of its lengths once, so nothing has to be analysed. Null for every other pattern.
 */
export function compilePlain(pattern: string): RegExp | null {
  if (!plain.test(pattern)) return null;
  try {
    return new RegExp(pattern, 'u');
  } catch {
    return null;
  }
}
