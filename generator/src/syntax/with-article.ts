/** A type of shapes as a sentence names it: "an integer", "a string", "a union". */
export function withArticle(type: string): string {
  return /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
}
