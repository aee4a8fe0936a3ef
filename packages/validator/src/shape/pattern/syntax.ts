import type { CharSet } from './charset.ts';

/** A regular expression as a tree. Groups are gone (they only group), so are names and captures. */
export type PatternNode =
  | { readonly kind: 'empty' }
  | SetNode
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | RepeatNode
  | { readonly kind: 'assertion'; readonly at: AssertionPlace }
  | LookNode
  | { readonly kind: 'backreference' };

/** One code point out of a set. */
export interface SetNode {
  readonly kind: 'set';
  readonly set: CharSet;
  /** How to write a set of Unicode properties, whose ranges are too many to print; null where ranges will do. */
  readonly spelling: SetSpelling | null;
}

export interface SetSpelling {
  readonly negated: boolean;
  /** `\p{…}` and `\P{…}`, legal under the `u` flag. */
  readonly properties: readonly string[];
  /** What the class holds besides. */
  readonly rest: CharSet;
}

export interface RepeatNode {
  readonly kind: 'repeat';
  readonly body: PatternNode;
  readonly min: number;
  /** `Infinity` where there is no limit. */
  readonly max: number;
  readonly lazy: boolean;
}

export interface LookNode {
  readonly kind: 'look';
  readonly behind: boolean;
  readonly negative: boolean;
  readonly body: PatternNode;
}

export type AssertionPlace = 'start' | 'end' | 'lineStart' | 'lineEnd' | 'wordBoundary' | 'notWordBoundary';

export const emptyNode: PatternNode = { kind: 'empty' };

/** A node for one code point of the set. */
export function makeSetNode(set: CharSet, spelling: SetSpelling | null = null): SetNode {
  return { kind: 'set', set, spelling };
}

/** One after the other; flattens sequences in sequences and leaves out the empty ones. */
export function makeSequence(parts: readonly PatternNode[]): PatternNode {
  const flat = parts.flatMap((part) => (part.kind === 'sequence' ? part.parts : part.kind === 'empty' ? [] : [part]));
  if (flat.length === 0) return emptyNode;
  return flat.length === 1 ? flat[0]! : { kind: 'sequence', parts: flat };
}

/** One of them; flattens choices in choices. */
export function makeChoice(options: readonly PatternNode[]): PatternNode {
  const flat = options.flatMap((option) => (option.kind === 'choice' ? option.options : [option]));
  return flat.length === 1 ? flat[0]! : { kind: 'choice', options: flat };
}

export function makeRepeat(body: PatternNode, min: number, max: number, lazy = false): PatternNode {
  return min === 1 && max === 1 ? body : { kind: 'repeat', body, min, max, lazy };
}

/** The nodes directly below. */
export function listChildren(node: PatternNode): readonly PatternNode[] {
  if (node.kind === 'sequence') return node.parts;
  if (node.kind === 'choice') return node.options;
  return node.kind === 'repeat' || node.kind === 'look' ? [node.body] : [];
}

/** Whether the node or one below it satisfies the test. */
export function someNode(node: PatternNode, test: (node: PatternNode) => boolean): boolean {
  return test(node) || listChildren(node).some((child) => someNode(child, test));
}

/** The parts of a sequence; any other node is a sequence of itself. */
export function listParts(node: PatternNode): readonly PatternNode[] {
  if (node.kind === 'empty') return [];
  return node.kind === 'sequence' ? node.parts : [node];
}
