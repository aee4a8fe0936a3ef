import { checkUse } from './check-access.ts';
import type { Checker } from './checker.ts';
import { areComparable } from './combine-types.ts';
import { decideComparison, describeKnown } from './decide-comparison.ts';
import { describeSubject, findSubject, isReached, makeDecided, type Subject } from './decided.ts';
import { rulesOut } from './domain.ts';
import { addDomain, addFacts, type Facts, notNull, type Outcome } from './facts.ts';
import type { Known } from './known.ts';
import { learnComparison } from './learn.ts';
import { findNearValue } from './report-never.ts';
import { type BinaryNode, type BinaryOperator, type Expression, listOperands } from './tree.ts';
import { boolType, isNumber, nameType, type Type } from './type.ts';
import { wholeReadingOf } from './whole-reading.ts';

/** Checks `==` and `!=`. */
export function checkEquality(node: BinaryNode, facts: Facts, checker: Checker): Known {
  if (isNull(node.left) !== isNull(node.right))
    return checkNullity(node, isNull(node.left) ? node.right : node.left, facts, checker);
  const one = checker.check(node.left, facts);
  const other = checker.check(node.right, facts);
  if (!areComparable(one.type, other.type)) {
    const found = `${nameType(one.type)} and ${nameType(other.type)}`;
    checker.report('type', node, `\`${node.operator}\` cannot compare ${found}`);
    return checker.plain(boolType, facts);
  }
  readWholes(node, one.type, other.type, checker);
  const known = compare(node, one.type, other.type, facts, checker);
  return learnTruth(node, node.left, other, learnTruth(node, node.right, one, known));
}

/** `has(x) == true` tells what `has(x)` tells. */
function learnTruth({ operator }: BinaryNode, side: Expression, asked: Known, known: Known): Known {
  if (side.kind !== 'literal' || side.literal.type !== 'bool' || known.decided !== undefined) return known;
  const isSame = side.literal.value === (operator === '==');
  return {
    ...known,
    whenTrue: tellAlso(known.whenTrue, isSame ? asked.whenTrue : asked.whenFalse),
    whenFalse: tellAlso(known.whenFalse, isSame ? asked.whenFalse : asked.whenTrue),
  };
}

function tellAlso(outcome: Outcome, told: Outcome): Outcome {
  return outcome === null || told === null ? outcome : addFacts(outcome, [...told.paths]);
}

/** Remembers how sides are read that hold structures or maps; one that holds itself is refused. */
export function readWholes(node: BinaryNode, left: Type, right: Type, checker: Checker): void {
  const [one, other] = [wholeReadingOf(left), wholeReadingOf(right)];
  if (one === 'endless' || other === 'endless') {
    const found = nameType(one === 'endless' ? left : right);
    checker.report('type', node, `${found} holds too much to be compared as a whole`, 'compare the members that count');
  } else if (one !== null || other !== null) checker.wholes.set(node, { left: one, right: other });
}

function isNull(node: Expression): boolean {
  return node.kind === 'literal' && node.literal.type === 'null';
}

function checkNullity(node: BinaryNode, operand: Expression, facts: Facts, checker: Checker): Known {
  const before = checker.problems.length;
  const { type } = checker.check(operand, facts);
  const path = checker.pathOf(operand);
  if (type.kind !== 'nullable' && type.kind !== 'dyn' && type.kind !== 'null') {
    // That the member is read without a guard is the same mistake.
    if (checker.problems.at(-1)?.code === 'unguarded' && checker.problems.length === before + 1) checker.problems.pop();
    const help = path === null ? null : `write \`${node.operator === '==' ? '!' : ''}has(${checker.show(operand)})\``;
    checker.report('type', node, 'the value is never null', operand.kind === 'select' ? help : null);
  }
  const known = path === null ? facts : addFacts(facts, [notNull(path)]);
  return node.operator === '!='
    ? { type: boolType, whenTrue: known, whenFalse: facts }
    : { type: boolType, whenTrue: facts, whenFalse: known };
}

const ordered = new Set<Type['kind']>(['string', 'bool', 'timestamp', 'duration', 'dyn']);

/** Checks `<`, `<=`, `>` and `>=`. */
export function checkOrder(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checkUse(node.left, facts, checker);
  const { type: right } = checkUse(node.right, facts, checker);
  const fits =
    (isNumber(left) || ordered.has(left.kind)) &&
    (isNumber(right) || ordered.has(right.kind)) &&
    areComparable(left, right);
  if (fits) return compare(node, left, right, facts, checker);
  checker.report('type', node, `\`${node.operator}\` cannot compare ${nameType(left)} and ${nameType(right)}`);
  return checker.plain(boolType, facts);
}

/** What a comparison tells: nothing new where the types decide it, or the conditions before it. */
function compare(node: BinaryNode, left: Type, right: Type, facts: Facts, checker: Checker): Known {
  const { operator } = node;
  const fixed = decideComparison(operator, left, right);
  if (fixed !== null) {
    const reason = writeReason(describeKnown(left), describeKnown(right));
    const near = findNearValue(left, right);
    checker.report('constant', node, `the comparison is never ${fixed ? 'false' : 'true'}${reason}`, near);
    return checker.plain(boolType, facts);
  }
  if (reportIdle(node, checker) || reportSame(node, left, checker)) return checker.plain(boolType, facts);
  const one = findSubject(node.left, left, facts, checker);
  const other = findSubject(node.right, right, facts, checker);
  const outcome = decideKnown(operator, one, other);
  if (outcome !== null) {
    const reason = writeReason(describeSubject(one), describeSubject(other));
    return makeDecided(node, outcome, { what: 'the comparison', reason, isComparison: true }, facts);
  }
  return {
    type: boolType,
    whenTrue: learn(node, one, other, facts, true),
    whenFalse: learn(node, one, other, facts, false),
  };
}

/** Reports a comparison that reads nothing; true where it did. */
export function reportIdle(node: BinaryNode, checker: Checker): boolean {
  if (readsSomething(node) || checker.hasProblem(node)) return false;
  checker.report('constant', node, 'the comparison reads nothing, so it always comes out the same');
  return true;
}

function readsSomething(node: Expression): boolean {
  return node.kind === 'name' || listOperands(node).some(readsSomething);
}

/** Reports that something is compared with itself; true where it did. What is not a number differs from itself. */
function reportSame(node: BinaryNode, type: Type, checker: Checker): boolean {
  const isPlain = isNumber(type) ? type.kind !== 'double' : ordered.has(type.kind) && type.kind !== 'dyn';
  if (!isPlain || checker.hasProblem(node)) return false;
  const key = checker.valueKey(node.left);
  if (key === null || key !== checker.valueKey(node.right)) return false;
  checker.report('constant', node, 'both sides are the same, so the comparison always comes out the same');
  return true;
}

function writeReason(left: string | null, right: string | null): string {
  return left === null || right === null ? '' : `: the left side is ${left}, the right side ${right}`;
}

function learn({ operator }: BinaryNode, one: Subject, other: Subject, facts: Facts, outcome: boolean): Facts {
  for (const [{ literal }, { key }] of [
    [one, other],
    [other, one],
  ] as const)
    if (literal !== null)
      return addDomain(facts, key, { kind: 'truth', value: literal === (outcome === (operator === '==')) });
  return learnComparison(facts, operator, one, other, outcome);
}

function decideKnown(operator: BinaryOperator, left: Subject, right: Subject): boolean | null {
  if (left.domain === undefined && right.domain === undefined) return null;
  const truth = decideTruth(left, right) ?? decideTruth(right, left);
  if (truth !== null && (operator === '==' || operator === '!=')) return truth === (operator === '==');
  if (!isReached([left, right])) return null;
  const outcome = decideComparison(operator, left.type, right.type);
  if (outcome !== null || (operator !== '==' && operator !== '!=')) return outcome;
  const differs = rulesOut(left.domain, right.type) || rulesOut(right.domain, left.type);
  return differs ? operator === '!=' : null;
}

/** Whether what is known to be true or false is equal to a literal. */
function decideTruth({ domain }: Subject, { literal }: Subject): boolean | null {
  return domain?.kind === 'truth' && typeof literal === 'boolean' ? domain.value === literal : null;
}
