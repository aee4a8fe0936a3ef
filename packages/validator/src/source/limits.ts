/** Bytes of a file. */
export const maximumBytes = 10 * 1024 * 1024;

/** Values of a document after its aliases are expanded. */
export const maximumNodes = 100_000;

/** Characters of a document's texts, and of the keys on the way to each value, after its aliases are expanded. */
export const maximumText = 2 * maximumBytes;

/** Collections within collections. */
export const maximumDepth = 64;

/** Lines of a YAML file: its parser lists them all to quote the one that is wrong. */
export const maximumLines = 3_000_000;

/** Documents of a file. */
export const maximumDocuments = 100_000;

/** Characters of a document, characters of a key and collections within collections: within these no document reaches a limit above. */
export const plainLength = 16_384;
export const plainKey = 100;
export const plainLevels = 16;
