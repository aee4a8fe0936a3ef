/** Texts that are compared each with each in less time than it takes to make a set of them. */
const few = 8;

/** False where no text stands twice in a short list, but for the empty one; true where one does, and in a long list. */
export function mayRepeat(texts: readonly string[]): boolean {
  if (texts.length > few) return true;
  for (let i = 1; i < texts.length; i++) {
    const text = texts[i];
    for (let j = 0; text !== '' && j < i; j++) if (texts[j] === text) return true;
  }
  return false;
}
