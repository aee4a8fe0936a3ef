import type { Range } from '../diagnostic/range.ts';
import type { Part } from '../rule/hit.ts';
import type { Target } from '../rule/target.ts';
import type { JsonObject } from '../shape/json.ts';

/** A document of a spec file, as the lint understood it. */
export interface LintedDocument {
  /** 0-based, counting the documents that could not be read. */
  readonly index: number;
  readonly isEnvelope: boolean;
  /** Null where the document cannot be checked; a finding says why. */
  readonly request: { readonly operation: string; readonly input: JsonObject } | null;
  /** What the envelope says, and where it is silent what the options say. */
  readonly target: Target;
  /** Where the text of a place in the input stands. */
  locate(pointer: string, part: Part): Range;
}
