import type { JsonValue } from '../shape/json.ts';

/** A change of the value, not yet of the text: what a rule can propose without seeing the file. */
export type ValueFix =
  | { readonly title: string; readonly kind: 'replace'; readonly pointer: string; readonly value: JsonValue }
  | { readonly title: string; readonly kind: 'rename'; readonly pointer: string; readonly key: string }
  | { readonly title: string; readonly kind: 'remove'; readonly pointer: string }
  /** Writes the scalar's own text as a string: `42` becomes `"42"`. */
  | { readonly title: string; readonly kind: 'quote'; readonly pointer: string };

/** Which text a pointer means: the value, the member's key, or (for what is missing) the parent's key. */
export type Part = 'value' | 'key' | 'parent';

/** Where a rule objects, and the facts from which its message is made. Pointers are relative to the value that the rule was asked about. */
export interface Hit<Facts> {
  readonly at: string;
  readonly part?: Part;
  readonly facts: Facts;
  readonly related?: readonly { readonly at: string; readonly part?: Part; readonly message: string }[];
  readonly fix?: ValueFix;
  /** Further pointers, beside `at`, where this hit stands for the findings of the absorbed rules. */
  readonly covers?: readonly string[];
  /** Set where the fault lies in the target: the finding's pointer is `""` and its range that of the field. */
  readonly field?: 'region' | 'account';
}
