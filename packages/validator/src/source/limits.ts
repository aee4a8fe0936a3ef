/** Bytes of a file. */
export const maximumBytes = 10 * 1024 * 1024;

/** Values of a document after its aliases are expanded. */
export const maximumNodes = 100_000;

/** Collections within collections. */
export const maximumDepth = 64;

/** Documents of a file. */
export const maximumDocuments = 100_000;
