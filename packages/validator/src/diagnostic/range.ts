/** A place between two characters: 1-based line, 1-based column in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A stretch of text; `end` is exclusive. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Where a text stands that cannot be found any closer: the very start of the file. */
export const startOfFile: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
