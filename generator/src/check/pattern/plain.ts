const atom = String.raw`(?:[^\\^$.*+?()[\]{}|]|\.|\\[^\dA-Za-z]|\\[dDsSwW]|\\[pP]\{[\w=]+\}|\[(?:[^\\\]]|\\.)*\])`;
const fixed = String.raw`${atom}(?:\{\d{1,3}\})?`;
const variable = String.raw`${atom}(?:[*+?]|\{\d{1,4},\d{0,4}\})`;
const plain = new RegExp(String.raw`^\^(?:${fixed})*(?:${variable}(?:${fixed})*)?\$?$`);

/**
 * True for what most patterns of a model are: held at the start, and with one repetition of an open length at most. A
 * backtracking engine tries each of its lengths once, so nothing has to be analysed. The text compiles under the `u` flag.
 */
export function isPlain(pattern: string): boolean {
  if (!plain.test(pattern)) return false;
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
