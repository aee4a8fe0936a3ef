import { checkUse } from './check-access.ts';
import { readWholes, reportIdle } from './check-comparison.ts';
import { checkKey } from './check-key.ts';
import type { Checker } from './checker.ts';
import { areComparable } from './combine-types.ts';
import { decideComparison } from './decide-comparison.ts';
import { describeSubject, findSubject, isReached, makeDecided, type Subject } from './decided.ts';
import { rulesOut } from './domain.ts';
import { addFacts, type Facts } from './facts.ts';
import type { Known } from './known.ts';
import { learnElements } from './learn.ts';
import { reportNever } from './report-never.ts';
import type { BinaryNode, Expression } from './tree.ts';
import { boolType, dynType, isNumber, type ListType, type MapType, nameType, type Type } from './type.ts';

/** Checks `in`. */
export function checkIn(node: BinaryNode, facts: Facts, checker: Checker): Known {
  const { type: left } = checker.check(node.left, facts);
  const { type: right } = checkUse(node.right, facts, checker);
  if (right.kind === 'list') return checkInList(node, left, right, facts, checker);
  if (right.kind === 'map') return checkInMap(node, left, right, facts, checker);
  if (right.kind === 'record')
    checker.report('type', node.right, `\`in\` looks into a list or a map, found ${right.name}`, 'write `has(…)`');
  else if (right.kind !== 'dyn') {
    const help =
      right.kind === 'string' && left.kind === 'string' ? `write \`${checker.show(node.right)}.contains(…)\`` : null;
    checker.report('type', node.right, `\`in\` looks into a list or a map, found ${nameType(right)}`, help);
  }
  return checker.plain(boolType, facts);
}

function checkInList(node: BinaryNode, left: Type, right: ListType, facts: Facts, checker: Checker): Known {
  const known = checker.plain(boolType, facts);
  if (!areComparable(left, right.element)) {
    checker.report('type', node, `\`in\` cannot look for ${nameType(left)} in a ${nameType(right)}`);
    return known;
  }
  if (right.size.max === 0) {
    checker.report('constant', node, 'the list is always empty, so `in` is never true');
    return known;
  }
  readWholes(node, left, right, checker);
  if (reportIdle(node, checker)) return known;
  if (node.right.kind === 'list') return checkElements(node, node.right.elements, left, facts, checker);
  if (decideComparison('==', left, right.element) === false)
    reportNever(node, right.element, left, 'the left side', checker);
  return known;
}

function checkInMap(node: BinaryNode, left: Type, right: MapType, facts: Facts, checker: Checker): Known {
  if (!areComparable(left, right.key))
    checker.report('type', node, `\`in\` cannot look for ${nameType(left)} in a ${nameType(right)}`);
  else checkKey(right, left, node.left, checker);
  const holder = checker.pathOf(node.right);
  const key = checker.keyOf(node.left);
  const whenTrue = holder === null || key === null ? facts : addFacts(facts, [holder + key]);
  return { type: boolType, whenTrue, whenFalse: facts };
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
      if (decideComparison('==', left, type) === false)
        reportNever(elements[at]!, type, left, 'the left side', checker);
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
