import { findNearNames } from '../../diagnostic/near-names.ts';
import { checkUse } from './check-access.ts';
import { type Checker, showPath } from './checker.ts';
import { areComparable } from './combine-types.ts';
import { decideComparison, describeKnown } from './decide-comparison.ts';
import { describeSubject, findSubject, isReached, makeDecided, type Subject } from './decided.ts';
import { rulesOut } from './domain.ts';
import { addDomain, addFacts, type Facts, notNull } from './facts.ts';
import type { Known } from './known.ts';
import { learnComparison, learnElements } from './learn.ts';
import type { BinaryNode, BinaryOperator, Expression } from './tree.ts';
import { boolType, dynType, isNumber, nameType, type Type } from './type.ts';

/** Checks `==` and `!=`. */
export function checkEquality(node: BinaryNode, facts: Facts, checker: Checker): Known {
  if (isNull(node.left) !== isNull(node.right))
    return checkNullity(node, isNull(node.left) ? node.right : node.left, facts, checker);
  const { type: left } = checker.check(node.left, facts);
  const { type: right } = checker.check(node.right, facts);
  if (areComparable(left, right)) return compare(node, left, right, facts, checker);
  checker.report('type', node, `\`${node.operator}\` cannot compare ${nameType(left)} and ${nameType(right)}`);
  return checker.plain(boolType, facts);
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
    const help = path === null ? null : `write \`${node.operator === '==' ? '!' : ''}has(${showPath(path)})\``;
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

function findNearValue(left: Type, right: Type): string | null {
  if (left.kind !== 'string' || right.kind !== 'string' || left.values === null || right.values === null) return null;
  const [one, many] = left.values.length === 1 ? [left.values[0]!, right.values] : [right.values[0] ?? '', left.values];
  const near = findNearNames(one, many).map((value) => `\`${value}\``);
  return near.length === 0 || many.length === 1 ? null : `did you mean ${near.join(' or ')}?`;
}

/** Checks `in`. */
export function checkIn(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checker.check(node.left, facts);
  const { type: right } = checkUse(node.right, facts, checker);
  if (right.kind === 'list') {
    if (!areComparable(left, right.element))
      checker.report('type', node, `\`in\` cannot look for ${nameType(left)} in a ${nameType(right)}`);
    else if (node.right.kind === 'list') return checkElements(node, node.right.elements, left, facts, checker);
    else if (decideComparison('==', left, right.element) === false) reportNever(node, left, right.element, checker);
    return checker.plain(boolType, facts);
  }
  if (right.kind === 'map') {
    if (!areComparable(left, right.key))
      checker.report('type', node, `\`in\` cannot look for ${nameType(left)} in a ${nameType(right)}`);
    else if (right.open && decideComparison('==', left, right.key) === false)
      reportNever(node, left, right.key, checker);
    const holder = checker.pathOf(node.right);
    const key = checker.keyOf(node.left);
    const whenTrue = holder === null || key === null ? facts : addFacts(facts, [holder + key]);
    return { type: boolType, whenTrue, whenFalse: facts };
  }
  if (right.kind === 'record')
    checker.report('type', node.right, `\`in\` looks into a list or a map, found ${right.name}`, 'write `has(…)`');
  else if (right.kind !== 'dyn')
    checker.report('type', node.right, `\`in\` looks into a list or a map, found ${nameType(right)}`);
  return checker.plain(boolType, facts);
}

/** Each element of a written list must be a value that there can be. */
function checkElements(
  node: BinaryNode,
  elements: readonly Expression[],
  left: Type,
  facts: Facts,
  checker: Checker,
): Known {
  const types = elements.map((element) => checker.types.get(element) ?? dynType);
  // Where the left side is one value, that the list holds others is what it is for.
  const isOneValue = (left.kind === 'string' || isNumber(left)) && left.values?.length === 1;
  if (!isOneValue)
    for (const [at, type] of types.entries())
      if (decideComparison('==', left, type) === false) reportNever(elements[at]!, left, type, checker);
  const subject = findSubject(node.left, left, facts, checker);
  const outcome = decideElements(subject, types);
  if (outcome !== null) {
    const known = describeSubject(subject);
    const reason = known === null ? '' : `: the left side is ${known}`;
    return makeDecided(node, outcome, { what: 'the comparison', reason, isComparison: true }, facts);
  }
  return {
    type: boolType,
    whenTrue: learnElements(facts, subject, types, true),
    whenFalse: learnElements(facts, subject, types, false),
  };
}

function decideElements(subject: Subject, elements: readonly Type[]): boolean | null {
  const { domain, type } = subject;
  if (domain === undefined || elements.length === 0 || !isReached([subject])) return null;
  if (elements.every((element) => decideComparison('==', type, element) === false || rulesOut(domain, element)))
    return false;
  if (type.kind !== 'string' || type.values === null) return null;
  const isThere = (value: string) =>
    elements.some(
      (element) => element.kind === 'string' && element.values?.length === 1 && element.values[0] === value,
    );
  return type.values.every(isThere) ? true : null;
}

function reportNever(place: Expression, left: Type, right: Type, checker: Checker): void {
  const sides = [describeKnown(left), describeKnown(right)];
  const reason = sides.includes(null) ? '' : `: it is ${sides[1]}, the left side ${sides[0]}`;
  checker.report('constant', place, `it is never equal to the left side${reason}`, findNearValue(left, right));
}
