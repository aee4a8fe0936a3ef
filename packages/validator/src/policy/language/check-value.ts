import { RuleBudget, SpecBudget } from './budget.ts';
import { checkUse, withoutNull } from './check-access.ts';
import type { Checker } from './checker.ts';
import { joinTypes } from './combine-types.ts';
import { describeKnown } from './decide-comparison.ts';
import { checkCondition, findSubject, makeDecided } from './decided.ts';
import { makeText } from './domain.ts';
import { addDomain, addFacts, type Facts, moveFacts } from './facts.ts';
import type { LanguageFunction, ParameterKind } from './functions/function.ts';
import { findFunction, languageFunctions } from './functions/language-functions.ts';
import { countCodePoints } from './functions/size.ts';
import type { Known } from './known.ts';
import { listOverloads } from './list-overloads.ts';
import { readLiterals } from './literal.ts';
import { narrowParts } from './narrow-parts.ts';
import { linearEngine } from './pattern/compile-re2.ts';
import type { CallNode, Expression, ListNode, LiteralNode, MacroNode, MapNode } from './tree.ts';
import {
  boolType,
  dynType,
  intType,
  listType,
  mapType,
  nameType,
  nullType,
  stringType,
  type Type,
  uintType,
} from './type.ts';

const macroNames = ['all', 'exists', 'exists_one', 'filter', 'has', 'map'];

export function checkLiteral(node: LiteralNode, facts: Facts, checker: Checker): Known {
  const { literal } = node;
  if (literal.type === 'bool')
    return { type: boolType, whenTrue: literal.value ? facts : null, whenFalse: literal.value ? null : facts };
  if (literal.type === 'null') return checker.plain(nullType, facts);
  if (literal.type === 'string') {
    const length = countCodePoints(literal.value);
    return checker.plain({ ...stringType, size: { min: length, max: length }, values: [literal.value] }, facts);
  }
  const value = Number(literal.value);
  // Beyond what a double holds exactly nothing is concluded.
  if (literal.type !== 'double' && !Number.isSafeInteger(value))
    return checker.plain(literal.type === 'int' ? intType : uintType, facts);
  return checker.plain({ kind: literal.type, bounds: { min: value, max: value }, values: [value] }, facts);
}

export function checkList(node: ListNode, facts: Facts, checker: Checker): Known {
  const types = node.elements.map((element) => checker.check(element, facts).type);
  const size = { min: types.length, max: types.length };
  return checker.plain(listType(joinAll(types), size), facts);
}

export function checkMap(node: MapNode, facts: Facts, checker: Checker): Known {
  const keys = node.entries.map(({ key }) => {
    const { type } = checkUse(key, facts, checker);
    if (!['string', 'int', 'uint', 'bool', 'dyn'].includes(type.kind))
      checker.report('type', key, `a value of type ${nameType(type)} cannot be a key`);
    return type;
  });
  const values = node.entries.map(({ value }) => checker.check(value, facts).type);
  const size = { min: keys.length, max: keys.length };
  return checker.plain(mapType(joinAll(keys), joinAll(values), size), facts);
}

function joinAll(types: readonly Type[]): Type {
  let joined = types[0] ?? dynType;
  for (const type of types) joined = joinTypes(joined, type) ?? dynType;
  return joined;
}

export function checkCall(node: CallNode, facts: Facts, checker: Checker): Known {
  const nodes = node.target === null ? node.args : [node.target, ...node.args];
  const called = findFunction(node.name);
  const namePlace = { start: node.nameStart, end: node.nameStart + node.name.length };
  if (called === null) {
    const known = [...languageFunctions.map(({ name }) => name), ...macroNames];
    checker.reportNames('unknown-function', namePlace, `unknown function \`${node.name}\``, node.name, known);
    // A macro of another dialect has variables and a name before it of its own, such as `cel.bind(x, …)`.
    const isMacro = nodes.some((part) => part.kind === 'name' && checker.findVariable(part.name) === null);
    if (!isMacro) for (const part of nodes) checkUse(part, facts, checker);
    return checker.unknown(facts);
  }
  const types = nodes.map((argument) => checkUse(argument, facts, checker).type);
  const overloads = listOverloads(called, node);
  if (overloads.length === 0) {
    checker.report(
      'type',
      { start: namePlace.start, end: node.end },
      `\`${called.name}\` is not called like this`,
      `write ${describeForms(called)}`,
    );
    return checker.plain(called.gives(types), facts);
  }
  if (!overloads.some(({ takes }) => takes.every((kind, at) => fitsKind(types[at]!, kind)))) {
    reportArgument(
      called,
      nodes,
      types,
      overloads.map(({ takes }) => takes),
      checker,
    );
    return checker.plain(called.gives([]), facts);
  }
  const fault = called.inspect?.(readLiterals(nodes), linearEngine) ?? null;
  if (fault !== null)
    checker.report(called.name === 'matches' ? 'pattern' : 'type', nodes[fault.argument]!, fault.message, fault.help);
  else if (!reportFixedCall(called, node, nodes, types, checker))
    return checkTextTest(called, node, nodes, types, facts, checker);
  return checker.plain(called.gives(types), facts);
}

/** A test of a text with literals tells of the text, and may be decided by what is known of it. */
function checkTextTest(
  called: LanguageFunction,
  node: CallNode,
  nodes: readonly Expression[],
  types: readonly Type[],
  facts: Facts,
  checker: Checker,
): Known {
  const type = called.gives(types);
  const [text, ...rest] = nodes;
  const [textType] = types;
  const literals = readLiterals(nodes);
  if (
    type.kind !== 'bool' ||
    text === undefined ||
    textType?.kind !== 'string' ||
    literals.indexOf(undefined, 1) !== -1
  )
    return checker.plain(type, facts);
  const run = called.prepare?.(literals, linearEngine) ?? called.run;
  const parts = readLiterals(rest).map((part) => part ?? null);
  const test = (value: string): boolean | null =>
    checker.tryTest(() => run({ budget: checker.budget, patterns: linearEngine }, value, ...parts));
  const subject = findSubject(text, textType, facts, checker);
  if (subject.domain !== undefined && subject.type.kind === 'string' && subject.type.values !== null) {
    const [outcome = null, ...others] = new Set(subject.type.values.map(test));
    if (outcome !== null && others.length === 0) {
      const reason = `: the text is ${describeKnown(subject.type)}`;
      return makeDecided(node, outcome, { what: `\`${called.name}\``, reason, isComparison: true }, facts);
    }
  }
  return {
    type,
    whenTrue: addDomain(facts, subject.key, makeText({ tests: [(value) => test(value) !== false] })),
    whenFalse: addDomain(facts, subject.key, makeText({ tests: [(value) => test(value) !== true] })),
  };
}

function describeForms(called: LanguageFunction): string {
  const forms = called.overloads.map(({ form, takes }) => {
    const [target, ...rest] = takes;
    return form === 'method'
      ? `\`<${target}>.${called.name}(${rest.map((kind) => `<${kind}>`).join(', ')})\``
      : `\`${called.name}(${takes.map((kind) => `<${kind}>`).join(', ')})\``;
  });
  return [...new Set(forms)].join(' or ');
}

function reportArgument(
  called: LanguageFunction,
  nodes: readonly Expression[],
  types: readonly Type[],
  takes: readonly (readonly ParameterKind[])[],
  checker: Checker,
): void {
  const at = types.findIndex((type, index) => !takes.some((kinds) => fitsKind(type, kinds[index]!)));
  const expected = [...new Set(takes.map((kinds) => kinds[at]!))].map((kind) =>
    kind === 'strings' ? 'list of string' : kind,
  );
  checker.report(
    'type',
    nodes[at]!,
    `\`${called.name}\` takes ${joinWords(expected)} here, found ${nameType(types[at]!)}`,
  );
}

function joinWords(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}

function fitsKind(type: Type, kind: ParameterKind): boolean {
  if (type.kind === 'dyn') return true;
  if (kind === 'strings')
    return type.kind === 'list' && (type.element.kind === 'string' || type.element.kind === 'dyn');
  return type.kind === kind;
}

/** A test of a text whose values are all known may have but one outcome. */
function reportFixedCall(
  called: LanguageFunction,
  node: CallNode,
  nodes: readonly Expression[],
  types: readonly Type[],
  checker: Checker,
): boolean {
  const [subject] = types;
  if (called.gives(types).kind !== 'bool' || subject?.kind !== 'string' || subject.values === null) return false;
  const rest = readLiterals(nodes.slice(1));
  const context = { budget: new RuleBudget(new SpecBudget()), patterns: linearEngine };
  const outcomes = new Set<unknown>();
  for (const value of subject.values.slice(0, 500)) {
    if (rest.includes(undefined)) return false;
    outcomes.add(called.run(context, value, ...rest.map((argument) => argument ?? null)));
  }
  const [outcome] = outcomes;
  if (subject.values.length > 500 || outcomes.size !== 1 || typeof outcome !== 'boolean') return false;
  checker.report('constant', node, `\`${called.name}\` is never ${!outcome}: the text is ${describeKnown(subject)}`);
  return true;
}

export function checkMacro(node: MacroNode, facts: Facts, checker: Checker): Known {
  const { type: range } = checkUse(node.range, facts, checker);
  if (range.kind !== 'list' && range.kind !== 'map' && range.kind !== 'dyn')
    checker.report('type', node.range, `\`${node.macro}\` goes through a list or a map, found ${nameType(range)}`);
  const element = range.kind === 'list' ? range.element : range.kind === 'map' ? range.key : dynType;
  const holder = checker.pathOf(node.range);
  return checker.withVariable(node.variable, element, (path) => {
    const known = holder === null ? [] : moveFacts(facts, `${holder}[*]`, path);
    const map = findMap(node.range, checker);
    if (map !== null) known.push(`${map}[@${path}]`);
    const inside = addFacts(facts, known);
    if (node.macro === 'map') return checker.plain(checkMapBody(node, range, inside, checker), facts);
    const body = checkCondition(node.body, inside, `what \`${node.macro}\` asks`, checker);
    if (body.decided?.isComparison) checker.reportDecided(body.decided);
    if (node.macro === 'filter')
      return checker.plain(keepElements(range, narrowParts(element, moveFacts(body.whenTrue, path, ''))), facts);
    const whenTrue =
      node.macro === 'all' && holder !== null ? addFacts(facts, moveFacts(body.whenTrue, path, `${holder}[*]`)) : facts;
    return { type: boolType, whenTrue, whenFalse: facts };
  });
}

function checkMapBody(node: MacroNode, range: Type, facts: Facts, checker: Checker): Type {
  const test = node.test === null ? null : checkCondition(node.test, facts, 'what `map` asks', checker);
  const { type } = checker.check(node.body, test?.whenTrue ?? facts);
  const max = range.kind === 'list' || range.kind === 'map' ? range.size.max : Number.POSITIVE_INFINITY;
  const min = node.test === null && (range.kind === 'list' || range.kind === 'map') ? range.size.min : 0;
  return listType(type, { min, max });
}

/** The path of the map whose keys a macro goes through, all of them or those that a filter kept; null for another range. */
function findMap(range: Expression, checker: Checker): string | null {
  let node = range;
  while (node.kind === 'macro' && node.macro === 'filter') node = node.range;
  const type = checker.types.get(node);
  return type !== undefined && withoutNull(type).kind === 'map' ? checker.pathOf(node) : null;
}

function keepElements(range: Type, element: Type): Type {
  const max = range.kind === 'list' || range.kind === 'map' ? range.size.max : Number.POSITIVE_INFINITY;
  return listType(element, { min: 0, max });
}
