/** Values of IDL text nested deeper than this are refused, as Smithy's own parser refuses them. */
export const deepestIdlNesting = 64;

/** An AST may go deeper, for rule sets of endpoints do; every reader and walker here recurses, so there is an end. */
export const deepestJsonNesting = 200;
