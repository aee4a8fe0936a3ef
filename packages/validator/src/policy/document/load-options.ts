/** How policies are loaded. */
export interface LoadOptions {
  /** Operations of other APIs: what is said of them is left to a set for those. */
  readonly otherOperations?: readonly string[];
}
