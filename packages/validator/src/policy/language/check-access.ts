import { checkKey, guardKey, nameAsKey } from './check-key.ts';
import type { Checker } from './checker.ts';
import { addFacts, type Facts, notNull } from './facts.ts';
import type { Known } from './known.ts';
import { narrowParts, partsBelow } from './narrow-parts.ts';
import type { Expression, HasNode, IndexNode, NameNode, SelectNode } from './tree.ts';
import { boolType, dynType, isNumber, type MapType, nameType, type RecordType, type Type } from './type.ts';

export function checkName(node: NameNode, facts: Facts, checker: Checker): Known {
  const variable = checker.findVariable(node.name);
  if (variable !== null) return checker.plain(variable.type, facts);
  const message = `unknown name \`${node.name}\``;
  const holder = checker.names.find((name) => {
    const type = checker.findVariable(name)?.type;
    return type?.kind === 'record' && type.find(node.name) !== null;
  });
  if (holder === undefined) checker.reportNames('unknown-name', node, message, node.name, checker.names);
  else checker.report('unknown-name', node, message, `write \`${holder}.${node.name}\``);
  return checker.unknown(facts);
}

/** Checks a node whose value is used, so that it may not be null. */
export function checkUse(node: Expression, facts: Facts | null, checker: Checker): Known {
  const known = checker.check(node, facts);
  if (known.type.kind !== 'nullable') return known;
  const path = checker.pathOf(node);
  if (path === null || !facts?.paths.has(notNull(path))) {
    const shown = path === null ? 'the value' : checker.show(node);
    checker.reportUnguarded(path, node, `\`${shown}\` may be null`, `write \`${shown} != null && …\``);
  }
  const used: Known = { ...known, type: known.type.of };
  checker.types.set(node, known.type);
  return used;
}

export function checkSelect(node: SelectNode, facts: Facts, checker: Checker): Known {
  const { type } = checkUse(node.operand, facts, checker);
  const place = { start: node.memberStart, end: node.end };
  if (type.kind === 'record') return checkMember(type, node, facts, checker);
  if (type.kind === 'map') {
    const part = checker.partOf(node);
    if (checkKey(type, nameAsKey(node.member), place, checker))
      guardKey({ type, node: node.operand }, { part, shown: `"${node.member}"` }, node, facts, checker);
    return checker.plain(readValue(type, part), facts);
  }
  if (type.kind !== 'dyn')
    checker.report('type', place, `a value of type ${nameType(type)} has no members, found \`.${node.member}\``);
  return checker.unknown(facts);
}

function checkMember(type: RecordType, node: SelectNode, facts: Facts, checker: Checker): Known {
  const place = { start: node.memberStart, end: node.end };
  const member = type.find(node.member);
  if (member === null) {
    checker.reportNames(
      'unknown-member',
      place,
      `unknown member \`${node.member}\` of ${type.name}`,
      node.member,
      type.names,
    );
    return checker.unknown(facts);
  }
  const path = checker.pathOf(node);
  const part = `.${node.member}`;
  const isKnown = member.required || type.present.has(part) || (path !== null && facts.paths.has(path));
  if (!isKnown) {
    const shown = path === null ? `…${part}` : checker.show(node);
    checker.reportUnguarded(
      path,
      place,
      `\`${node.member}\` is optional and may not be there`,
      `write \`has(${shown}) && …\``,
    );
  }
  return checker.plain(narrowParts(member.type, partsBelow(type.present, part)), facts);
}

/** The type of a map's value, with what a filter found of that of a key. */
function readValue(map: MapType, part: string | null): Type {
  return part === null ? map.value : narrowParts(map.value, partsBelow(map.present, part));
}

export function checkHas(node: HasNode, facts: Facts, checker: Checker): Known {
  const { select } = node;
  const { type } = checkUse(select.operand, facts, checker);
  const place = { start: select.memberStart, end: select.end };
  if (type.kind === 'record') {
    const member = type.find(select.member);
    if (member === null)
      checker.reportNames(
        'unknown-member',
        place,
        `unknown member \`${select.member}\` of ${type.name}`,
        select.member,
        type.names,
      );
    else if (member.required && member.mayBeUnknown !== true)
      checker.report('constant', node, `\`${select.member}\` is required, so \`has\` is never false`, 'take it out');
  } else if (type.kind === 'map') checkKey(type, nameAsKey(select.member), place, checker);
  else if (type.kind !== 'dyn')
    checker.report('type', place, `a value of type ${nameType(type)} has no members, found \`.${select.member}\``);
  const path = checker.pathOf(select);
  return { type: boolType, whenTrue: path === null ? facts : addFacts(facts, [path]), whenFalse: facts };
}

export function checkIndex(node: IndexNode, facts: Facts, checker: Checker): Known {
  const { type } = checkUse(node.operand, facts, checker);
  const { type: key } = checkUse(node.index, facts, checker);
  if (type.kind === 'list') {
    if (!isNumber(key) && key.kind !== 'dyn')
      checker.report('type', node.index, `the index of a list is an int, found ${nameType(key)}`);
    else if (isNumber(key)) checkBounds(node, key.bounds, type.size.max, checker);
    return checker.plain(type.element, facts);
  }
  if (type.kind === 'map') {
    const part = checker.partOf(node);
    if (checkKey(type, key, node.index, checker))
      guardKey({ type, node: node.operand }, { part, shown: checker.show(node.index) }, node, facts, checker);
    return checker.plain(readValue(type, part), facts);
  }
  if (type.kind === 'record') checker.report('type', node, `members of ${type.name} are read with a dot`);
  else if (type.kind !== 'dyn') checker.report('type', node, `a value of type ${nameType(type)} cannot be indexed`);
  return checker.plain(dynType, facts);
}

function checkBounds(
  node: IndexNode,
  index: { min: number; max: number },
  mostElements: number,
  checker: Checker,
): void {
  if (index.max < 0) checker.report('constant', node.index, 'the index is never in the list: it is negative');
  else if (index.min >= mostElements)
    checker.report('constant', node.index, `the index is never in the list: it has at most ${mostElements} elements`);
}

/** The type without null. */
export function withoutNull(type: Type): Type {
  return type.kind === 'nullable' ? type.of : type;
}
