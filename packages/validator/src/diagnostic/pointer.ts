/** Appends one reference token to an RFC 6901 pointer. */
export function appendToken(pointer: string, token: string | number): string {
  if (typeof token === 'number' || !(token.includes('/') || token.includes('~'))) return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Splits an RFC 6901 pointer into its unescaped reference tokens; `""` has none. */
export function parsePointer(pointer: string): string[] {
  if (pointer === '') return [];
  const tokens = pointer.slice(1).split('/');
  if (!pointer.includes('~')) return tokens;
  return tokens.map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of the enclosing value; the root is its own parent. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last reference token, unescaped; `""` at the root. */
export function lastToken(pointer: string): string {
  return parsePointer(pointer).at(-1) ?? '';
}
