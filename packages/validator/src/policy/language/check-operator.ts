import { checkUse } from './check-access.ts';
import { checkEquality, checkOrder } from './check-comparison.ts';
import { checkIn } from './check-in.ts';
import type { Checker } from './checker.ts';
import { combineBounds, joinTypes } from './combine-types.ts';
import { checkCondition, makeDecided } from './decided.ts';
import { type Facts, meetFacts, type Outcome } from './facts.ts';
import type { Decided, Known } from './known.ts';
import type { BinaryNode, ConditionalNode, LogicNode, UnaryNode } from './tree.ts';
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

/** Checks a chain of `&&` or `||`, each operand with what those before it have told. */
export function checkLogic(node: LogicNode, facts: Facts, checker: Checker): Known {
  const isAnd = node.operator === '&&';
  let known: Outcome = facts;
  let ended: Outcome = null;
  let isReported = false;
  let idle = 0;
  let deciding: Decided | null = null;
  for (const operand of node.operands) {
    const found = checkCondition(operand, known ?? facts, `an operand of \`${node.operator}\``, checker);
    if (found.decided !== undefined && found.decided.outcome === isAnd) idle++;
    else if (found.decided !== undefined && !found.decided.isComparison) deciding ??= found.decided;
    else if (found.decided !== undefined && !isReported) {
      checker.reportDecided(found.decided);
      isReported = true;
    }
    ended = meetFacts(ended, isAnd ? found.whenFalse : found.whenTrue);
    known = isAnd ? found.whenTrue : found.whenFalse;
  }
  if (isReported) return checker.plain(boolType, facts);
  // A guard that is asked twice may do no harm further up.
  if (deciding !== null) return { ...checker.plain(boolType, facts), decided: { ...deciding, outcome: !isAnd } };
  if (idle === node.operands.length) {
    const what = { what: 'the condition', reason: '', isComparison: true };
    return makeDecided(node, isAnd, what, facts);
  }
  return { type: boolType, whenTrue: isAnd ? known : ended, whenFalse: isAnd ? ended : known };
}

export function checkUnary(node: UnaryNode, facts: Facts, checker: Checker): Known {
  if (node.operator === '!') {
    const { whenTrue, whenFalse, decided } = checkCondition(node.operand, facts, 'the operand of `!`', checker);
    const known: Known = { type: boolType, whenTrue: whenFalse, whenFalse: whenTrue };
    return decided === undefined ? known : { ...known, decided: { ...decided, outcome: !decided.outcome } };
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
  const test = checkCondition(node.test, facts, 'the test of `?`', checker);
  const then = checkUse(node.then, test.whenTrue ?? facts, checker);
  const otherwise = checkUse(node.otherwise, test.whenFalse ?? facts, checker);
  for (const { decided } of [test, then, otherwise]) if (decided?.isComparison) checker.reportDecided(decided);
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
