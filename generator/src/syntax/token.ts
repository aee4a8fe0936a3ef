/** The kinds of tokens of Smithy IDL. White space and comments are tokens, for where a line may end is part of the grammar. */
export type TokenKind =
  | 'space'
  | 'newline'
  | 'comma'
  | 'comment'
  | 'doc'
  | 'at'
  | 'string'
  | 'text block'
  | 'colon'
  | 'walrus'
  | 'identifier'
  | 'dot'
  | 'pound'
  | 'dollar'
  | 'number'
  | 'left brace'
  | 'right brace'
  | 'left bracket'
  | 'right bracket'
  | 'left paren'
  | 'right paren'
  | 'equal'
  | 'error'
  | 'end';

const signs: Partial<Record<TokenKind, string>> = {
  comma: ',',
  at: '@',
  colon: ':',
  walrus: ':=',
  dot: '.',
  pound: '#',
  dollar: '$',
  'left brace': '{',
  'right brace': '}',
  'left bracket': '[',
  'right bracket': ']',
  'left paren': '(',
  'right paren': ')',
  equal: '=',
};

/** A kind of token as a message names it: the sign itself where there is one. */
export function nameToken(kind: TokenKind): string {
  const sign = signs[kind];
  if (sign !== undefined) return `\`${sign}\``;
  switch (kind) {
    case 'newline':
      return 'the end of the line';
    case 'end':
      return 'the end of the file';
    case 'identifier':
      return 'a name';
    default:
      return `a ${kind}`;
  }
}
