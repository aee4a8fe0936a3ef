import type { FindingSeverity } from '../diagnostic/diagnostic.ts';
import type { JsonObject, JsonValue } from '../shape/json.ts';
import type { Hit, Part } from './hit.ts';
import type { RuleOptions } from './option.ts';
import type { Target } from './target.ts';

/** What is said of a rule in one place: the finding's words, the page under `docs/rules/`, SARIF's metadata. */
export interface RuleText<Facts> {
  readonly severity: FindingSeverity;
  /** The version that brought it. */
  readonly since: string;
  /** One sentence that is true of a good spec. */
  readonly summary: string;
  readonly why: string;
  /** What to do; a function where it depends on what was found. */
  readonly help: string | ((facts: Facts) => string);
  /** Where the fact is stated: an address, or what was observed; `inferred` keeps a rule from being an error. */
  readonly source?: string;
  /** Rules whose findings this one replaces at the same pointer, and at those that the hit covers. */
  readonly absorbs?: readonly string[];
  /** What a team may choose, by the name that its configuration uses; `severity` is no such name. */
  readonly options?: RuleOptions;
  /** Rules with which it is often read. */
  readonly related?: readonly string[];
  message(facts: Facts): string;
}

/** Where a rule has no options, or the configuration says nothing of them. */
export type NoOptions = Readonly<Record<string, never>>;

/** What a rule may know beside the value it is asked about. */
export interface RuleContext<Trait, Options = NoOptions> {
  /** The trait's value at this place: the rule's parameters. */
  readonly trait: Trait;
  readonly target: Target;
  /** The operation's name. */
  readonly operation: string;
  /** What the configuration says of the rule's options. */
  readonly options: Partial<Options>;
}

export interface GoodExample<Trait, Options = NoOptions> {
  readonly value: JsonValue;
  /** Instead of the declaration's `parameters`. */
  readonly trait?: Trait;
  readonly target?: Target;
  readonly options?: Options;
}

/** `at` and `message` are met exactly; further findings of the rule on the value are a failure. */
export interface BadExample<Trait, Options = NoOptions> extends GoodExample<Trait, Options> {
  readonly at: string;
  readonly part?: Part;
  readonly message: string;
}

/** A rule that answers to a trait of the model. */
export interface TraitRule<Trait = never, Facts = never, Options = NoOptions> extends RuleText<Facts> {
  /** The trait's id, such as `shapegate#arn`. */
  readonly trait: string;
  /** The kind of value it is asked about; on any other the structural finding stands alone. `operation` rules get the whole input. */
  readonly on: 'string' | 'list' | 'structure' | 'operation';
  /** The trait's value in the examples. */
  readonly parameters: Trait;
  check(value: JsonValue, context: RuleContext<Trait, Options>): Iterable<Hit<Facts>>;
  readonly good: readonly GoodExample<Trait, Options>[];
  readonly bad: readonly BadExample<Trait, Options>[];
}

/** What a rule that is asked about every value may know beside it. */
export interface ValueContext<Options = NoOptions> {
  readonly target: Target;
  readonly operation: string;
  readonly input: JsonValue;
  readonly pointer: string;
  /** True where the structure refuses the value itself (its type, length, pattern or enumeration). */
  readonly refused: boolean;
  /** What the configuration says of the rule's options. */
  readonly options: Partial<Options>;
}

export interface GoodValueExample<Options = NoOptions> {
  readonly value: JsonValue;
  /** False unless said. */
  readonly refused?: boolean;
  /** The input that holds the value at `pointer`; the value itself unless said. */
  readonly input?: JsonValue;
  readonly pointer?: string;
  readonly options?: Options;
}

export interface BadValueExample<Options = NoOptions> extends GoodValueExample<Options> {
  readonly message: string;
}

/**
 * A rule that answers to no trait: it is asked about every string of the input, and about a mapping, a number or a boolean
 * only where the structure refuses it. Its finding stands at the value and hides every other finding at or below it.
 */
export interface ValueRule<Facts = never, Options = NoOptions> extends RuleText<Facts> {
  readonly stage: 'value';
  /**
   * Found in every text to which the rule objects though the model takes it, but for the empty one and where options say more:
   * one look for all rules spares most values every question. Without flags but `i`.
   */
  readonly hint: RegExp;
  check(value: JsonValue, context: ValueContext<Options>): Iterable<Hit<Facts>>;
  readonly good: readonly GoodValueExample<Options>[];
  readonly bad: readonly BadValueExample<Options>[];
}

/** A rule whose check is a stage of its own (parsing, structure, suppressions): declared for its words, and shown by whole specs. */
export interface StageRule<Facts = never> extends RuleText<Facts> {
  readonly stage: 'source' | 'structure' | 'cross' | 'suppression' | 'waiver' | 'policy';
  readonly good: readonly { readonly spec: string }[];
  readonly bad: readonly { readonly spec: string; readonly at: string; readonly message: string }[];
}

/** A declaration whose facts and parameters only its own file knows; `trait` or `stage` tells the kinds apart. */
export type AnyRule = ErasedTraitRule | ErasedValueRule | ErasedStageRule;
export type ErasedTraitRule = TraitRule<JsonValue, unknown, JsonObject>;
export type ErasedValueRule = ValueRule<unknown, JsonObject>;
export type ErasedStageRule = StageRule<unknown>;
