import type { Checker } from './checker.ts';
import { describeKnown } from './decide-comparison.ts';
import { type Domain, isEmptyType, narrowType } from './domain.ts';
import { addDomain, type Facts, noFacts, type Outcome } from './facts.ts';
import type { Known } from './known.ts';
import type { BinaryNode, Expression } from './tree.ts';
import { boolType, nameType, type Type } from './type.ts';

/** What is known of an operand at its place: its key, and its type with what conditions have told. */
export interface Subject {
  readonly key: string | null;
  readonly domain: Domain | undefined;
  readonly type: Type;
  /** Of `true` and `false`. */
  readonly literal: boolean | null;
}

export function findSubject(node: Expression, type: Type, facts: Facts, checker: Checker): Subject {
  const key = node.kind === 'literal' ? null : checker.valueKey(node);
  const domain = key === null ? undefined : facts.values.get(key);
  const literal = node.kind === 'literal' && node.literal.type === 'bool' ? node.literal.value : null;
  return { key, domain, type: narrowType(type, domain), literal };
}

/** Where conditions contradict each other nothing is decided: that was said already. */
export function isReached(subjects: readonly Subject[]): boolean {
  return !subjects.some(({ domain, type }) => domain !== undefined && isEmptyType(type));
}

/** What is known of a condition whose outcome is decided. */
export function makeDecided(
  node: Expression,
  outcome: boolean,
  { what, reason, isComparison }: { readonly what: string; readonly reason: string; readonly isComparison: boolean },
  facts: Facts,
): Known {
  const message = `${what} is never ${outcome ? 'false' : 'true'} here${reason}`;
  return { type: boolType, whenTrue: facts, whenFalse: facts, decided: { outcome, isComparison, node, message } };
}

/** What conditions have told of a subject, in words; null where there are none. */
export function describeSubject({ domain, type }: Subject): string | null {
  if (domain?.kind === 'text' && domain.values === null && domain.excluded.length > 0)
    return `not ${domain.excluded
      .slice(0, 4)
      .map((value) => `\`${value}\``)
      .join(' or ')}`;
  return describeKnown(type);
}

/** Checks what must be a bool. What it gives is remembered, so that it decides where the same is asked again. */
export function checkCondition(node: Expression, facts: Outcome, where: string, checker: Checker): Known {
  const known = checker.check(node, facts);
  if (known.type.kind !== 'bool' && known.type.kind !== 'dyn') {
    checker.report('type', node, `${where} is a bool, found ${nameType(known.type)}`);
    return { ...known, type: boolType };
  }
  const isMadeOfOthers = node.kind === 'logic' || node.kind === 'unary' || node.kind === 'conditional';
  return isMadeOfOthers ? known : rememberTruth(node, known, facts ?? noFacts, checker);
}

function rememberTruth(node: Expression, known: Known, facts: Facts, checker: Checker): Known {
  if (known.decided !== undefined || known.whenTrue === null || known.whenFalse === null) return known;
  const isUnequal = node.kind === 'binary' && node.operator === '!=';
  const key = isUnequal ? equalityKey(node, checker) : checker.valueKey(node);
  if (key === null) return known;
  const domain = facts.values.get(key);
  if (domain?.kind === 'truth') {
    const what = 'the condition';
    const reason = `: it was found ${domain.value !== isUnequal ? 'true' : 'false'} before`;
    const decided = makeDecided(node, domain.value !== isUnequal, { what, reason, isComparison: false }, facts);
    // What it guards stays guarded, although that is never reached.
    return { ...decided, whenTrue: known.whenTrue, whenFalse: known.whenFalse };
  }
  return {
    ...known,
    whenTrue: addDomain(known.whenTrue, key, { kind: 'truth', value: !isUnequal }),
    whenFalse: addDomain(known.whenFalse, key, { kind: 'truth', value: isUnequal }),
  };
}

/** `a != b` is `a == b` the other way round. */
function equalityKey({ left, right }: BinaryNode, checker: Checker): string | null {
  const [one, other] = [checker.valueKey(left), checker.valueKey(right)];
  return one === null || other === null ? null : `(${one}) == (${other})`;
}
