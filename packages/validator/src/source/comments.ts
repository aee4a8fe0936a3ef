import { findLineEnd, startsComment } from './gap.ts';

/** A `# …` comment, its `#` included and its line break not. */
export interface SourceComment {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Finds the comments that hold a word, in the order of the text.
 * @param tokens start and end in turn of the text that is not between comments, such as a quoted `#`
 */
export function findComments(text: string, tokens: readonly number[], word: string): SourceComment[] {
  const comments: SourceComment[] = [];
  let next = 0;
  let from = 0;
  while (from < text.length) {
    const at = text.indexOf('#', from);
    if (at === -1) break;
    while (next < tokens.length && (tokens[next + 1] ?? 0) <= at) next += 2;
    const tokenStart = tokens[next] ?? text.length;
    if (tokenStart <= at) from = tokens[next + 1] ?? text.length;
    else if (startsComment(text, at)) {
      const end = findLineEnd(text, at);
      const comment = text.slice(at, end);
      if (comment.includes(word)) comments.push({ start: at, end, text: comment });
      from = end;
    } else from = at + 1;
  }
  return comments;
}
