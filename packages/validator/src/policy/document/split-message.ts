/** A part of a rule's message: words, or an expression between `{{` and `}}` and where its source begins. */
export type MessagePart =
  | { readonly kind: 'words'; readonly text: string }
  | { readonly kind: 'expression'; readonly source: string; readonly start: number };

/** Splits a message at its expressions; the offset of a `{{` that nothing ends is in `unended`. */
export function splitMessage(text: string): {
  readonly parts: readonly MessagePart[];
  readonly unended: number | null;
} {
  const parts: MessagePart[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    if (open === -1) break;
    const close = findEnd(text, open + 2);
    if (close === -1) return { parts, unended: open };
    if (open > at) parts.push({ kind: 'words', text: text.slice(at, open) });
    parts.push({ kind: 'expression', source: text.slice(open + 2, close), start: open + 2 });
    at = close + 2;
  }
  if (at < text.length) parts.push({ kind: 'words', text: text.slice(at) });
  return { parts, unended: null };
}

/** The `}}` that ends an expression: not one in a string, nor one that closes braces of the expression. */
function findEnd(text: string, from: number): number {
  let depth = 0;
  let quote = '';
  for (let at = from; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quote !== '') {
      if (character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '{') depth++;
    else if (character === '}' && depth > 0) depth--;
    else if (character === '}' && text[at + 1] === '}') return at;
  }
  return -1;
}
