import { listParts, makeChoice, makeRepeat, makeSequence, type PatternNode } from '@shapegate/validator/leaves';
import {
  commonNode,
  haveCommon,
  isEndless,
  isPart,
  isSameSet,
  type Run,
  readRun,
  withoutNode,
  writeRun,
} from './runs.ts';

const { POSITIVE_INFINITY: endless } = Number;

/** Rewrites neighbours in a sequence so that they match in fewer ways; the language stays. The parts are simplified already. */
export function simplifySequence(parts: readonly PatternNode[], thorough: boolean): PatternNode {
  let now = parts;
  // Each rule that fires shortens the sequence, lowers a count or parts overlapping sets, so this ends long before.
  for (let round = 0; round < 200; round++) {
    const next = rewriteOnce(now, thorough);
    if (next === null) break;
    now = listParts(makeSequence(next));
  }
  return makeSequence(now);
}

function rewriteOnce(parts: readonly PatternNode[], thorough: boolean): PatternNode[] | null {
  for (let at = 0; at < parts.length; at++) {
    for (const [rule, length] of rules) {
      const found = rule(parts.slice(at, at + length));
      if (found !== null) return [...parts.slice(0, at), ...found, ...parts.slice(at + length)];
    }
    const rotated = rotate(parts, at);
    if (rotated !== null) return rotated;
  }
  if (!thorough) return null;
  for (let at = 0; at + 1 < parts.length; at++) {
    const found = partLoops(parts.slice(at, at + 2));
    if (found !== null) return [...parts.slice(0, at), ...found, ...parts.slice(at + 2)];
  }
  return null;
}

type Rule = (parts: readonly PatternNode[]) => readonly PatternNode[] | null;

const rules: readonly (readonly [Rule, number])[] = [
  [dropRepeated, 2],
  [mergeSame, 2],
  [absorbPart, 2],
  [expandOptional, 3],
  [splitBetween, 3],
];

/** An assertion that stands there twice says no more than once. */
function dropRepeated([left, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  return left?.kind === 'assertion' && right?.kind === 'assertion' && left.at === right.at ? [left] : null;
}

/** A{m,n} A{p,q} is A{m+p,n+q}. */
function mergeSame([left, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  const [a, b] = [readRun(left), readRun(right)];
  if (a === null || b === null || !isSameSet(a.node, b.node)) return null;
  // Two fixed runs match in one way as they are, and `pp` reads better than `p{2}`.
  if (a.min === a.max && b.min === b.max) return null;
  return writeRun(a.node, a.min + b.min, a.max + b.max);
}

/** Next to an endless run of a larger set, a run needs its least count only. */
function absorbPart([left, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  const [a, b] = [readRun(left), readRun(right)];
  if (a === null || b === null) return null;
  if (isEndless(a) && b.max > b.min && isPart(b.node, a.node)) return [left!, ...writeRun(b.node, b.min, b.min)];
  if (isEndless(b) && a.max > a.min && isPart(a.node, b.node)) return [...writeRun(a.node, a.min, a.min), right!];
  return null;
}

/** A X? B, where A and B run over common characters, is A B or A X B. */
function expandOptional([left, middle, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  const [a, b] = [readRun(left), readRun(right)];
  if (a === null || b === null || middle?.kind !== 'repeat' || middle.min !== 0 || middle.max !== 1) return null;
  if (!isLong(a) || !isLong(b) || !haveCommon(a.node, b.node)) return null;
  const merged = mergeSame([left!, right!]) ?? absorbPart([left!, right!]);
  if (merged === null) return null;
  return [makeChoice([makeSequence(merged), makeSequence([left!, middle.body, right!])])];
}

/** A B A, where B is partly in A, is a longer A, or A and what B has besides and A. */
function splitBetween([left, middle, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  const [a, b] = [readRun(left), readRun(right)];
  if (a === null || b === null || middle?.kind !== 'set' || !isLong(a) || !isLong(b)) return null;
  if (!isSameSet(a.node, b.node) || !haveCommon(a.node, middle) || isPart(middle, a.node)) return null;
  const inside = [left!, commonNode(a.node, middle), right!];
  const merged = isPart(a.node, middle) ? writeRun(a.node, a.min + b.min + 1, a.max + b.max + 1) : inside;
  return [makeChoice([makeSequence(merged), makeSequence([left!, withoutNode(middle, a.node), right!])])];
}

/** A{m,} B*, with common characters, is A{m,} and then, if anything, what only B has, and B*. */
function partLoops([left, right]: readonly PatternNode[]): readonly PatternNode[] | null {
  const [a, b] = [readRun(left), readRun(right)];
  if (a === null || b === null || !isEndless(a) || !isEndless(b) || b.min > 1) return null;
  if (!haveCommon(a.node, b.node) || isPart(b.node, a.node) || isPart(a.node, b.node)) return null;
  const rest = makeSequence([withoutNode(b.node, a.node), makeRepeat(b.node, 0, endless)]);
  if (b.min === 0) return [left!, makeRepeat(rest, 0, 1)];
  return [left!, makeChoice([commonNode(a.node, b.node), rest])];
}

/** P (Q P)* for (P Q)* P, where a run before it is over P's characters: the two runs then meet. */
function rotate(parts: readonly PatternNode[], at: number): PatternNode[] | null {
  const repeat = parts[at];
  if (repeat?.kind !== 'repeat' || repeat.body.kind !== 'sequence') return null;
  const [before, first, after] = [readRun(parts[at - 1]), readRun(repeat.body.parts[0]), readRun(parts[at + 1])];
  if (before === null || first === null || after === null || !haveCommon(before.node, first.node)) return null;
  if (!isSameSet(first.node, after.node) || first.min !== after.min || first.max !== after.max) return null;
  const turned = makeSequence([...repeat.body.parts.slice(1), repeat.body.parts[0]!]);
  const loop = makeRepeat(turned, repeat.min, repeat.max);
  return [...parts.slice(0, at), parts[at + 1]!, loop, ...parts.slice(at + 2)];
}

function isLong(run: Run): boolean {
  return run.max > Math.max(1, run.min);
}
