/** The most bytes of UTF-8 that the source of one expression may have. */
export const mostSourceBytes = 16_384;
/** The most nodes of one expression's tree. */
export const mostNodes = 4_096;
/** The deepest tree, and the deepest nesting of brackets; a chain of `&&` or `||` is one level. */
export const mostDepth = 64;
/** Expressions of a message: more are no message that anybody reads. */
export const mostInserts = 64;
