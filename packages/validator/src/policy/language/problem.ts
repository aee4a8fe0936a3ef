/** What is wrong with an expression, in a word. */
export type ProblemCode =
  | 'syntax'
  | 'limit'
  | 'unknown-name'
  | 'unknown-member'
  | 'unknown-function'
  | 'type'
  | 'unguarded'
  | 'constant'
  | 'pattern';

/** A mistake in an expression; offsets are UTF-16 units of the expression's own text. */
export interface Problem {
  readonly code: ProblemCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string | null;
}

/** Ends a parse at its first mistake; never leaves `parseExpression`. */
export class SyntaxRefusal extends Error {
  readonly problem: Problem;

  constructor(code: 'syntax' | 'limit', start: number, end: number, message: string, help: string | null = null) {
    super(message);
    this.problem = { code, start, end, message, help };
  }
}
