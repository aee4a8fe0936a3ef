import { findNearNames } from '../../diagnostic/near-names.ts';
import { checkUse } from './check-access.ts';
import { type Checker, type Known, showPath } from './checker.ts';
import { areComparable, combineBounds, joinTypes } from './combine-types.ts';
import { decideComparison, describeKnown } from './decide-comparison.ts';
import type { Facts } from './environment.ts';
import { addFacts, meetFacts, notNull, type Outcome } from './facts.ts';
import type { BinaryNode, ConditionalNode, Expression, LogicNode, UnaryNode } from './tree.ts';
import {
  boolType,
  doubleType,
  durationType,
  dynType,
  intType,
  isNumber,
  listType,
  nameType,
  stringType,
  type Type,
  timestampType,
} from './type.ts';

export function checkLogic(node: LogicNode, facts: Facts, checker: Checker): Known {
  const isAnd = node.operator === '&&';
  let known: Outcome = facts;
  let ended: Outcome = null;
  for (const operand of node.operands) {
    const found = checker.checkBool(operand, known ?? facts, `an operand of \`${node.operator}\``);
    ended = meetFacts(ended, isAnd ? found.whenFalse : found.whenTrue);
    known = isAnd ? found.whenTrue : found.whenFalse;
  }
  return { type: boolType, whenTrue: isAnd ? known : ended, whenFalse: isAnd ? ended : known };
}

export function checkUnary(node: UnaryNode, facts: Facts, checker: Checker): Known {
  if (node.operator === '!') {
    const { whenTrue, whenFalse } = checker.checkBool(node.operand, facts, 'the operand of `!`');
    return { type: boolType, whenTrue: whenFalse, whenFalse: whenTrue };
  }
  const { type } = checkUse(node.operand, facts, checker);
  if (type.kind === 'int' || type.kind === 'double') {
    const bounds = { min: -type.bounds.max, max: -type.bounds.min };
    return checker.plain({ kind: type.kind, bounds, values: type.values?.map((value) => -value) ?? null }, facts);
  }
  if (type.kind !== 'dyn') checker.report('type', node, `\`-\` cannot be applied to ${nameType(type)}`);
  return checker.unknown(facts);
}

export function checkConditional(node: ConditionalNode, facts: Facts, checker: Checker): Known {
  const test = checker.checkBool(node.test, facts, 'the test of `?`');
  const then = checkUse(node.then, test.whenTrue ?? facts, checker);
  const otherwise = checkUse(node.otherwise, test.whenFalse ?? facts, checker);
  const type = joinTypes(then.type, otherwise.type);
  if (type === null)
    checker.report(
      'type',
      node,
      `the outcomes of \`?\` are of one type, found ${nameType(then.type)} and ${nameType(otherwise.type)}`,
    );
  return {
    type: type ?? dynType,
    whenTrue: meetFacts(then.whenTrue, otherwise.whenTrue),
    whenFalse: meetFacts(then.whenFalse, otherwise.whenFalse),
  };
}

export function checkBinary(node: BinaryNode, facts: Facts, checker: Checker): Known {
  switch (node.operator) {
    case '==':
    case '!=':
      return checkEquality(node, facts, checker);
    case 'in':
      return checkIn(node, facts, checker);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return checkOrder(node, facts, checker);
    default:
      return checkArithmetic(node, facts, checker);
  }
}

function isNull(node: Expression): boolean {
  return node.kind === 'literal' && node.literal.type === 'null';
}

function checkEquality(node: BinaryNode, facts: Facts, checker: Checker): Known {
  if (isNull(node.left) !== isNull(node.right))
    return checkNullity(node, isNull(node.left) ? node.right : node.left, facts, checker);
  const { type: left } = checker.check(node.left, facts);
  const { type: right } = checker.check(node.right, facts);
  if (!areComparable(left, right))
    checker.report('type', node, `\`${node.operator}\` cannot compare ${nameType(left)} and ${nameType(right)}`);
  else reportConstant(node, left, right, checker);
  return checker.plain(boolType, facts);
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

function reportConstant(node: BinaryNode, left: Type, right: Type, checker: Checker): void {
  const outcome = decideComparison(node.operator, left, right);
  if (outcome === null) return;
  const sides = [describeKnown(left), describeKnown(right)];
  const reason = sides.includes(null) ? '' : `: the left side is ${sides[0]}, the right side ${sides[1]}`;
  checker.report(
    'constant',
    node,
    `the comparison is never ${outcome ? 'false' : 'true'}${reason}`,
    findNearValue(left, right),
  );
}

function findNearValue(left: Type, right: Type): string | null {
  if (left.kind !== 'string' || right.kind !== 'string' || left.values === null || right.values === null) return null;
  const [one, many] = left.values.length === 1 ? [left.values[0]!, right.values] : [right.values[0] ?? '', left.values];
  const near = findNearNames(one, many).map((value) => `\`${value}\``);
  return near.length === 0 || many.length === 1 ? null : `did you mean ${near.join(' or ')}?`;
}

function checkIn(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checker.check(node.left, facts);
  const { type: right } = checkUse(node.right, facts, checker);
  if (right.kind === 'list') {
    if (!areComparable(left, right.element))
      checker.report('type', node, `\`in\` cannot look for ${nameType(left)} in a ${nameType(right)}`);
    else if (node.right.kind === 'list') checkElements(node.right.elements, left, checker);
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
function checkElements(elements: readonly Expression[], left: Type, checker: Checker): void {
  if (elements.length === 0) return;
  for (const element of elements) {
    const right = checker.types.get(element) ?? dynType;
    // Where the left side is one value, that the list holds others is what it is for.
    const isOneValue = (left.kind === 'string' || isNumber(left)) && left.values?.length === 1;
    if (!isOneValue && decideComparison('==', left, right) === false) reportNever(element, left, right, checker);
  }
}

function reportNever(place: Expression, left: Type, right: Type, checker: Checker): void {
  const sides = [describeKnown(left), describeKnown(right)];
  const reason = sides.includes(null) ? '' : `: it is ${sides[1]}, the left side ${sides[0]}`;
  checker.report('constant', place, `it is never equal to the left side${reason}`, findNearValue(left, right));
}

const ordered = new Set<Type['kind']>(['string', 'bool', 'timestamp', 'duration', 'dyn']);

function checkOrder(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checkUse(node.left, facts, checker);
  const { type: right } = checkUse(node.right, facts, checker);
  const fits =
    (isNumber(left) || ordered.has(left.kind)) &&
    (isNumber(right) || ordered.has(right.kind)) &&
    areComparable(left, right);
  if (!fits)
    checker.report('type', node, `\`${node.operator}\` cannot compare ${nameType(left)} and ${nameType(right)}`);
  else reportConstant(node, left, right, checker);
  return checker.plain(boolType, facts);
}

function checkArithmetic(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checkUse(node.left, facts, checker);
  const { type: right } = checkUse(node.right, facts, checker);
  const type = giveArithmetic(node.operator, left, right);
  if (type === null) {
    const help = isNumber(left) && isNumber(right) ? 'write both as ints, or both as doubles' : null;
    checker.report(
      'type',
      node,
      `\`${node.operator}\` cannot be applied to ${nameType(left)} and ${nameType(right)}`,
      help,
    );
  } else if (
    (node.operator === '/' || node.operator === '%') &&
    right.kind === 'int' &&
    right.values?.length === 1 &&
    right.values[0] === 0
  )
    checker.report('constant', node.right, 'a division by zero never has a result');
  return checker.plain(type ?? dynType, facts);
}

function giveArithmetic(operator: string, left: Type, right: Type): Type | null {
  if (left.kind === 'dyn' || right.kind === 'dyn') return dynType;
  if (isNumber(left) && isNumber(right) && left.kind === right.kind) {
    if (left.kind === 'double') return operator === '%' ? null : doubleType;
    const base = left.kind === 'int' ? intType.kind : left.kind;
    const bounds = combineBounds(operator, left.bounds, right.bounds);
    return {
      kind: base as 'int' | 'uint',
      bounds: left.kind === 'uint' ? { min: Math.max(0, bounds.min), max: bounds.max } : bounds,
      values: null,
    };
  }
  if (operator === '+') {
    if (left.kind === 'string' && right.kind === 'string')
      return { ...stringType, size: combineBounds('+', left.size, right.size) };
    if (left.kind === 'list' && right.kind === 'list')
      return listType(joinTypes(left.element, right.element) ?? dynType, combineBounds('+', left.size, right.size));
  }
  return operator === '+' || operator === '-' ? giveTime(operator, left.kind, right.kind) : null;
}

function giveTime(operator: string, left: Type['kind'], right: Type['kind']): Type | null {
  if (left === 'timestamp' && right === 'duration') return timestampType;
  if (left === 'duration' && right === 'duration') return durationType;
  if (operator === '+') return left === 'duration' && right === 'timestamp' ? timestampType : null;
  return left === 'timestamp' && right === 'timestamp' ? durationType : null;
}
