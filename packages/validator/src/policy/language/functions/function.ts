import type { RuleBudget } from '../budget.ts';
import type { Failure } from '../failure.ts';
import type { PatternEngine } from '../pattern/pattern-engine.ts';
import type { Type } from '../type.ts';
import type { Value } from '../value.ts';

/** What an argument may be, at load and at run time; `strings` is a list of strings. */
export type ParameterKind = 'string' | 'int' | 'list' | 'strings' | 'map' | 'timestamp' | 'duration';

/** What a call may spend, and what makes its patterns. */
export interface CallContext {
  readonly budget: RuleBudget;
  readonly patterns: PatternEngine;
}

/** Arguments that a call leaves out are undefined. */
export type Run = (context: CallContext, ...args: readonly Value[]) => Value | Failure;

export interface Overload {
  /** `method` is `target.name(…)`, its target being the first of the arguments; `function` is `name(…)`. */
  readonly form: 'method' | 'function';
  readonly takes: readonly ParameterKind[];
}

/** An expression and what it gives; both are sources, and they are the function's tests and its page. */
export type FunctionExample =
  | { readonly source: string; readonly gives: string }
  | { readonly source: string; readonly fails: string };

/** What is wrong with a literal argument. */
export interface LiteralFault {
  readonly argument: number;
  readonly message: string;
  readonly help: string | null;
}

/** A function of the policy language: all that is known of it stands in its own file. */
export interface LanguageFunction {
  readonly name: string;
  /** One sentence. */
  readonly summary: string;
  readonly overloads: readonly Overload[];
  /** The type of the result, from those of the arguments. */
  readonly gives: (types: readonly Type[]) => Type;
  readonly run: Run;
  /** What is wrong with the arguments that are literals; the others are undefined. */
  readonly inspect?: (literals: readonly (Value | undefined)[], patterns: PatternEngine) => LiteralFault | null;
  /** Prepares what the literal arguments allow once for all calls; null where they allow nothing. */
  readonly prepare?: (literals: readonly (Value | undefined)[], patterns: PatternEngine) => Run | null;
  readonly examples: readonly FunctionExample[];
}
