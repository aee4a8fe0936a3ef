/** Where and by whom a request will be sent; what is unknown is absent, and rules that need it are silent. */
export interface Target {
  /** Such as `eu-central-1`. */
  readonly region?: string;
  /** Twelve digits. */
  readonly account?: string;
}
