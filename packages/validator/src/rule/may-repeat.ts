/** Texts that are compared each with each in less time than it takes to make a set of them. */
const few = 8;

/** False where no text stands twice in a short list; true where one does, and in a long list. */
export function mayRepeat(texts: readonly string[]): boolean {
  if (texts.length > few) return true;
  for (let i = 1; i < texts.length; i++) for (let j = 0; j < i; j++) if (texts[i] === texts[j]) return true;
  return false;
}
