/** A selector as read. Steps follow one another: each takes the shapes that the one before let through. */
export type Selector = readonly Step[];

export type Step =
  | { readonly kind: 'type'; readonly type: string }
  | { readonly kind: 'attribute'; readonly path: AttributePath; readonly test: AttributeTest | null }
  | { readonly kind: 'scoped'; readonly scope: AttributePath; readonly tests: readonly ScopedTest[] }
  | { readonly kind: 'neighbours'; readonly direction: 'forward' | 'backward'; readonly relations: readonly string[] }
  | { readonly kind: 'reachable' }
  | { readonly kind: 'store'; readonly name: string; readonly selector: Selector }
  | { readonly kind: 'recall'; readonly name: string }
  /** A function that is not known here selects nothing. */
  | { readonly kind: 'nothing' }
  | { readonly kind: 'call'; readonly name: SelectorFunction; readonly selectors: readonly Selector[] };

export const selectorFunctions = ['test', 'is', 'not', 'each', 'in', 'root', 'recursive', 'topdown'] as const;
export type SelectorFunction = (typeof selectorFunctions)[number];

/** `trait|length|min`: the names between the bars, pseudo-properties such as `(keys)` with their parentheses. */
export type AttributePath = readonly string[];

export const comparators = [
  '=',
  '!=',
  '^=',
  '$=',
  '*=',
  '?=',
  '<',
  '<=',
  '>',
  '>=',
  '{=}',
  '{!=}',
  '{<}',
  '{<<}',
] as const;
export type Comparator = (typeof comparators)[number];

/** The values are alternatives: one that holds is enough. */
export interface AttributeTest {
  readonly comparator: Comparator;
  readonly values: readonly string[];
  readonly ignoreCase: boolean;
}

/** In a scoped attribute both sides may be paths into the scope. */
export interface ScopedTest {
  readonly left: ScopedValue;
  readonly comparator: Comparator;
  readonly right: readonly ScopedValue[];
  readonly ignoreCase: boolean;
}

export type ScopedValue = { readonly path: AttributePath } | { readonly literal: string };

/** Why a text is not a selector, and the offset in it. */
export interface SelectorFault {
  readonly message: string;
  readonly offset: number;
}
