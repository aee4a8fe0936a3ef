import { readToken } from '../language/lex.ts';
import { SyntaxRefusal } from '../language/problem.ts';

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

/** A comment ends with its line, and in a message of one line before the `}}`. */
const space = /(?:[ \t\n\f\r]+|\/\/(?:(?!\}\})[^\n\r])*)*/y;

/** The `}}` that ends an expression: not one in a string, nor one that closes braces of the expression. */
function findEnd(text: string, from: number): number {
  let depth = 0;
  let at = from;
  try {
    for (;;) {
      space.lastIndex = at;
      space.test(text);
      at = Math.max(at, space.lastIndex);
      if (at >= text.length) return -1;
      if (depth === 0 && text.startsWith('}}', at)) return at;
      const token = readToken(text, at);
      if (token.kind === 'sign' && token.text === '{') depth++;
      if (token.kind === 'sign' && token.text === '}' && depth > 0) depth--;
      at = token.end;
    }
  } catch (error) {
    // What is no token is told when the expression is read, so it has to end behind it.
    if (error instanceof SyntaxRefusal) return text.indexOf('}}', error.problem.start);
    throw error;
  }
}
