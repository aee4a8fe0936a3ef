import { canonicalizeJson, digestSha256 } from '@shapegate/validator';
import type { JsonObject } from '@shapegate/validator/leaves';

/** All that decides a content token. */
export interface TokenFacts {
  readonly operation: string;
  /** Without the member that holds the token. */
  readonly input: JsonObject;
  /** Twelve digits; null where nobody says whose account sends. */
  readonly account: string | null;
  readonly region: string | null;
}

/**
 * The token of a request by its content: `sg-` and the SHA-256 of its canonical JSON (RFC 8785), so that the same
 * request for the same account and Region has the same token on every machine, whatever the order of its keys.
 */
export function makeContentToken({ operation, input, account, region }: TokenFacts): string {
  return `sg-${digestSha256(canonicalizeJson({ account, input, operation, region }))}`;
}
