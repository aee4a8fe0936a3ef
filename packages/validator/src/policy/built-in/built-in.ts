import type { Target } from '../../rule/target.ts';
import type { JsonValue } from '../../shape/json.ts';
import type { ShapePlace } from '../../structure/shape-place.ts';

/** A request that a built-in is asked about. */
export interface BuiltInRequest {
  readonly input: JsonValue;
  readonly target: Target;
}

/** What a built-in objects to, or why it cannot decide. */
export type BuiltInHit =
  | { readonly kind: 'hit'; readonly pointer: string; readonly message: string; readonly field?: 'region' }
  | { readonly kind: 'failure'; readonly message: string };

/** The kinds of parameter; the reader of policies checks a value by them. */
export type ParameterKind =
  /** A pointer into the input, or a list of them: `on`. */
  | 'pointers'
  /** A list of texts, at least one. */
  | 'texts'
  /** A list of texts, numbers and booleans, at least one: what may stand at `on`, so the model has to take each. */
  | 'values'
  /** A list of texts for each of some names. */
  | 'textsByName'
  /** A list of accounts of twelve digits. */
  | 'accounts'
  /** A list of names of Regions. */
  | 'regions'
  /** A list of names of buckets, with `*`. */
  | 'buckets'
  /** A list of ARNs and names of roles, with `*`. */
  | 'roles'
  /** A regular expression that a linear engine can match. */
  | 'pattern';

export interface Parameter {
  readonly kind: ParameterKind;
  readonly required: boolean;
  /** What it says, in one sentence. */
  readonly description: string;
  /** Pointers to what is compared: two at least, each another. */
  readonly isCompared?: true;
}

/** The parameters of a rule that have been checked; `on` is a list always. */
export interface Parameters {
  readonly on: readonly string[];
  readonly keys: readonly string[];
  readonly values: readonly JsonValue[];
  readonly valuesOf: ReadonlyMap<string, readonly string[]>;
  readonly accounts: readonly string[];
  readonly regions: readonly string[];
  readonly buckets: readonly string[];
  readonly roles: readonly string[];
  readonly pattern: NamePattern | null;
}

/** A pattern that is looked for anywhere in a text. */
export interface NamePattern {
  readonly source: string;
  test(text: string): boolean;
}

export interface BuiltInExample {
  readonly with: Readonly<Record<string, JsonValue>>;
  readonly target?: Target;
  readonly input: JsonValue;
  /** What is objected to; none for a good request. */
  readonly hits: readonly { readonly pointer: string; readonly message: string }[];
}

/** A rule that is written already and takes parameters: `uses: <name>`. */
export interface BuiltIn {
  readonly name: string;
  /** What is true of a request that passes, in one sentence. */
  readonly summary: string;
  readonly parameters: Readonly<Record<string, Parameter>>;
  /** Parameters of which one at least is stated. */
  readonly anyOf?: readonly string[];
  /** It objects to what is missing alone, so what the model requires is no place for it. */
  readonly asksPresence?: true;
  /** Why `on` cannot lead to such a shape; null where it can. The element is what stands in it, where it is a list. */
  findPlaceFault(place: ShapePlace, element: ShapePlace | null): string | null;
  check(parameters: Parameters, request: BuiltInRequest): Iterable<BuiltInHit>;
  readonly examples: readonly BuiltInExample[];
}

/** The one parameter that most have. */
export const on: Parameter = {
  kind: 'pointers',
  required: true,
  description: 'A pointer into the input, or a list of them.',
};
