import { Failure, placeFailure } from './failure.ts';
import type { ParameterKind, Run } from './functions/function.ts';
import { findFunction } from './functions/language-functions.ts';
import { listOverloads } from './list-overloads.ts';
import { readLiterals } from './literal.ts';
import { showValue } from './show-value.ts';
import type { Compilation, Frame, Step, StepResult } from './step.ts';
import type { CallNode, Expression, ListNode, MapNode } from './tree.ts';
import { isMapKey, kindOf, LanguageMap, type Value } from './value.ts';

/** `[a, b]` */
export function compileList(node: ListNode, compilation: Compilation): Step {
  const literals = readLiterals(node.elements);
  // A list of literals is made once.
  if (!literals.includes(undefined)) return () => literals as Value[];
  const elements = node.elements.map((element) => compilation.compile(element));
  return (frame) => {
    frame.budget.spendElements(elements.length + 1);
    return evaluateAll(elements, frame);
  };
}

/** `{key: value}` */
export function compileMap(node: MapNode, compilation: Compilation): Step {
  const entries = node.entries.map(({ key, value }) => ({
    key: compilation.compile(key),
    value: compilation.compile(value),
    place: key,
  }));
  return (frame) => {
    frame.budget.spendElements(entries.length + 1);
    const map = new LanguageMap();
    for (const entry of entries) {
      const key = entry.key(frame);
      if (key instanceof Failure) return key;
      const value = entry.value(frame);
      if (value instanceof Failure) return value;
      if (!isMapKey(key)) return failAt(`a ${kindOf(key)} cannot be a key`, entry.place);
      if (!map.add(key, value)) return failAt(`the key ${showValue(key)} is there twice`, entry.place);
    }
    return map;
  };
}

function failAt(message: string, { start, end }: Expression): Failure {
  return placeFailure(new Failure(message), start, end);
}

function evaluateAll(steps: readonly Step[], frame: Frame): readonly Value[] | Failure {
  const values: Value[] = [];
  for (let at = 0; at < steps.length; at++) {
    const value = steps[at]!(frame);
    if (value instanceof Failure) return value;
    values.push(value);
  }
  return values;
}

/** `name(…)` and `target.name(…)`: a function of the language, chosen by the kinds of its arguments. */
export function compileCall(node: CallNode, compilation: Compilation): Step {
  const called = findFunction(node.name);
  if (called === null) return () => failAt(`there is no function \`${node.name}\``, node);
  const nodes = node.target === null ? node.args : [node.target, ...node.args];
  const literals = readLiterals(nodes);
  const run = called.prepare?.(literals, compilation.patterns) ?? called.run;
  const overloads = listOverloads(called, node).map(({ takes }) => takes);
  const steps = nodes.map((argument) => compilation.compile(argument));
  const [first] = steps;
  if (first === undefined || literals.includes(undefined, 1)) return compileFullCall({ node, run, overloads }, steps);
  const rest = literals.slice(1) as Value[];
  // Most calls ask one thing, with literals: which overloads these fit is known.
  const kinds = overloads.filter((takes) => fits([null, ...rest], takes, 1)).map(([kind]) => kind!);
  const [second, third] = rest;
  return (frame) => {
    const subject = first(frame);
    if (subject instanceof Failure) return subject;
    frame.budget.spend(1);
    if (!isOfKinds(subject, kinds)) return refuseCall(node, [subject, ...rest]);
    return placeResult(run(frame, subject, second!, third!), node);
  };
}

interface Call {
  readonly node: CallNode;
  readonly run: Run;
  readonly overloads: readonly (readonly ParameterKind[])[];
}

function compileFullCall({ node, run, overloads }: Call, steps: readonly Step[]): Step {
  return (frame) => {
    const args = evaluateAll(steps, frame);
    if (args instanceof Failure) return args;
    frame.budget.spend(1);
    return fitsOne(args, overloads) ? placeResult(run(frame, ...args), node) : refuseCall(node, args);
  };
}

function placeResult(result: StepResult, node: CallNode): StepResult {
  return result instanceof Failure ? placeFailure(result, node.start, node.end) : result;
}

function refuseCall(node: CallNode, args: readonly Value[]): Failure {
  return failAt(`\`${node.name}\` does not take ${args.map(kindOf).join(', ') || 'nothing'}`, node);
}

function fitsOne(args: readonly Value[], overloads: readonly (readonly ParameterKind[])[]): boolean {
  for (let at = 0; at < overloads.length; at++) if (fits(args, overloads[at]!)) return true;
  return false;
}

function fits(args: readonly Value[], takes: readonly ParameterKind[], from = 0): boolean {
  for (let at = from; at < takes.length; at++) if (!isOfKind(args[at]!, takes[at]!)) return false;
  return true;
}

function isOfKinds(value: Value, kinds: readonly ParameterKind[]): boolean {
  for (let at = 0; at < kinds.length; at++) if (isOfKind(value, kinds[at]!)) return true;
  return false;
}

function isOfKind(value: Value, kind: ParameterKind): boolean {
  if (typeof value === 'string') return kind === 'string';
  const found = kindOf(value);
  return found === kind || (kind === 'map' && found === 'record') || (kind === 'strings' && found === 'list');
}
