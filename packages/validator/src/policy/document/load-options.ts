/** How policies are loaded. */
export interface LoadOptions {
  /** True where the tests of these very policies are known to hold for this API: they are not run again. */
  readonly areTestsKnown?: boolean;
  /** Operations of other APIs: what is said of them is left to a set for those. */
  readonly otherOperations?: readonly string[];
}
