/** Put in by the bundler, from package.json. */
declare const SHAPEGATE_VERSION: string;

/** The version of this package. */
export const version: string = SHAPEGATE_VERSION;
