/** Appends one reference token to an RFC 6901 pointer. */
export function appendToken(pointer: string, token: string | number): string {
  if (typeof token === 'number' || !(token.includes('/') || token.includes('~'))) return `${pointer}/${token}`;
  return `${pointer}/${token.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** Splits an RFC 6901 pointer into its unescaped reference tokens; `""` has none. */
export function parsePointer(pointer: string): string[] {
  const tokens: string[] = [];
  if (pointer === '') return tokens;
  let from = 1;
  for (let at = pointer.indexOf('/', from); at !== -1; at = pointer.indexOf('/', from)) {
    tokens.push(pointer.slice(from, at));
    from = at + 1;
  }
  tokens.push(pointer.slice(from));
  return pointer.includes('~') ? tokens.map(unescapeToken) : tokens;
}

function unescapeToken(token: string): string {
  return token.includes('~') ? token.replaceAll('~1', '/').replaceAll('~0', '~') : token;
}

/** The pointer of the enclosing value; the root is its own parent. */
export function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
}

/** The last reference token, unescaped; `""` at the root. */
export function lastToken(pointer: string): string {
  return pointer === '' ? '' : unescapeToken(pointer.slice(pointer.lastIndexOf('/') + 1));
}
