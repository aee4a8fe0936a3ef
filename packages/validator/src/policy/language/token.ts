import type { LiteralValue } from './tree.ts';

/** A piece of an expression's text; `start` and `end` are UTF-16 units. */
export type Token =
  | { readonly kind: 'name'; readonly text: string; readonly start: number; readonly end: number }
  /** A name in backticks, which may only follow a dot. */
  | { readonly kind: 'quotedName'; readonly text: string; readonly start: number; readonly end: number }
  | {
      readonly kind: 'literal';
      readonly literal: LiteralValue;
      readonly text: string;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'sign'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly text: ''; readonly start: number; readonly end: number };
