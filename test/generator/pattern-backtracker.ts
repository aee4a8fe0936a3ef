import { listRanges, type PatternNode, type SetNode } from '../../packages/validator/src/leaves.ts';

class TooManySteps extends Error {}

/**
 * Searches as a backtracking engine does, in the order that ECMA-262 lays down, and counts the steps. Stops counting at
 * the limit. The measure of what the analysis promises: no clock, no engine's own cleverness.
 */
export function countSteps(root: PatternNode, text: string, limit: number): number {
  const chars = [...text];
  let steps = 0;

  const match = (node: PatternNode, at: number, next: (at: number) => boolean): boolean => {
    if (++steps > limit) throw new TooManySteps();
    if (node.kind === 'empty') return next(at);
    if (node.kind === 'set') return at < chars.length && isIn(node, chars[at]!) && next(at + 1);
    if (node.kind === 'choice') return node.options.some((option) => match(option, at, next));
    if (node.kind === 'sequence') return matchParts(node.parts, 0, at, next);
    if (node.kind === 'repeat') return matchTurns(node, 0, at, next);
    if (node.kind === 'look') return match(node.body, at, () => true) !== node.negative && next(at);
    if (node.kind === 'assertion') return isAt(node.at, at) && next(at);
    throw new Error(`no ${node.kind} here`);
  };

  const matchParts = (
    parts: readonly PatternNode[],
    part: number,
    at: number,
    next: (at: number) => boolean,
  ): boolean =>
    part === parts.length ? next(at) : match(parts[part]!, at, (end) => matchParts(parts, part + 1, end, next));

  const matchTurns = (
    node: PatternNode & { kind: 'repeat' },
    turn: number,
    at: number,
    next: (at: number) => boolean,
  ): boolean => {
    const again = (): boolean =>
      turn < node.max &&
      match(node.body, at, (end) => !(turn >= node.min && end === at) && matchTurns(node, turn + 1, end, next));
    if (turn < node.min) return again();
    return node.lazy ? next(at) || again() : again() || next(at);
  };

  const isAt = (place: string, at: number): boolean => {
    if (place === 'start') return at === 0;
    if (place === 'end') return at === chars.length;
    const isWord = (char: string | undefined) => char !== undefined && /\w/.test(char);
    return (isWord(chars[at - 1]) !== isWord(chars[at])) === (place === 'wordBoundary');
  };

  try {
    for (let from = 0; from <= chars.length; from++) if (match(root, from, () => true)) break;
  } catch (error) {
    if (!(error instanceof TooManySteps)) throw error;
  }
  return steps;
}

function isIn(node: SetNode, char: string): boolean {
  const codePoint = char.codePointAt(0)!;
  return listRanges(node.set).some(([from, to]) => from <= codePoint && codePoint <= to);
}
