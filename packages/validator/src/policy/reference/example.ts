import type { FunctionExample } from '../language/functions/function.ts';

/** An expression about `exampleInput`, and what it gives or why it fails; both are sources, and the test of the entry. */
export type Example = FunctionExample;

/** An expression that is refused when its policy is loaded. */
export interface RefusedExample {
  readonly source: string;
  /** How the page writes a source that is too long for it. */
  readonly shown?: string;
  readonly message: string;
  /** Null where there is none. */
  readonly help: string | null;
}

/** What the reference says of a part of the language. */
export interface ReferenceEntry {
  /** How it is written: `x + y`. */
  readonly form: string;
  /** Types that it takes and gives, such as `int + int → int`; none where the summary says it. */
  readonly signatures: readonly string[];
  /** One sentence or two. */
  readonly summary: string;
  readonly examples: readonly Example[];
}
