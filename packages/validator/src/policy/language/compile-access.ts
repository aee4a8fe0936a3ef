import { findInMap } from './compare.ts';
import { Failure, placeFailure } from './failure.ts';
import { type JsonReader, makeJsonReader } from './read-json.ts';
import { showValue } from './show-value.ts';
import type { Compilation, Step, StepResult } from './step.ts';
import type { Expression, HasNode, IndexNode, SelectNode } from './tree.ts';
import { isRecord, type JsonRecord, kindOf, LanguageMap, Uint, type Value } from './value.ts';

/** `operand.member`, and `operand.member.member` as one: what is read from the input becomes the type that the model gives it. */
export function compileSelect(node: SelectNode, compilation: Compilation): Step {
  const links: Link[] = [];
  let operand: Expression = node;
  for (; operand.kind === 'select'; operand = operand.operand)
    links.unshift({ node: operand, read: makeJsonReader(compilation.readingOf(operand)) });
  const begin = compilation.compile(operand);
  return (frame) => {
    let value = begin(frame);
    for (let at = 0; at < links.length; at++) {
      if (value instanceof Failure) return value;
      frame.budget.spend(1);
      value = selectMember(value, links[at]!);
    }
    return value;
  };
}

/** A member of a chain of them. */
interface Link {
  readonly node: SelectNode;
  readonly read: JsonReader;
}

function selectMember(holder: Value, { node, read }: Link): StepResult {
  let result: StepResult | undefined;
  if (isRecord(holder)) result = readMember(holder, node.member, read);
  else if (holder instanceof LanguageMap) result = holder.get(node.member);
  else result = new Failure(`a ${kindOf(holder)} has no members`);
  if (result === undefined) result = new Failure(`\`${node.member}\` is not there`);
  return result instanceof Failure ? placeFailure(result, node.memberStart, node.end) : result;
}

function readMember(holder: JsonRecord, member: string, read: (json: Value) => StepResult): StepResult | undefined {
  const json = Object.hasOwn(holder, member) ? holder[member] : undefined;
  return json === undefined ? undefined : read(json);
}

/** `has(operand.member)`: whether it is there, whatever it is. */
export function compileHas(node: HasNode, compilation: Compilation): Step {
  const { select } = node;
  const operand = compilation.compile(select.operand);
  return (frame) => {
    const holder = operand(frame);
    if (holder instanceof Failure) return holder;
    frame.budget.spend(1);
    if (isRecord(holder) || holder instanceof LanguageMap) return findInMap(holder, select.member) !== undefined;
    return placeFailure(new Failure(`a ${kindOf(holder)} has no members`), select.memberStart, select.end);
  };
}

/** `operand[index]` */
export function compileIndex(node: IndexNode, compilation: Compilation): Step {
  const operand = compilation.compile(node.operand);
  const index = compilation.compile(node.index);
  const read = makeJsonReader(compilation.readingOf(node));
  return (frame) => {
    const holder = operand(frame);
    if (holder instanceof Failure) return holder;
    const key = index(frame);
    if (key instanceof Failure) return key;
    frame.budget.spend(1);
    const result = readAt(holder, key, read);
    return result instanceof Failure ? placeFailure(result, node.start, node.end) : result;
  };
}

function readAt(holder: Value, key: Value, read: (json: Value) => StepResult): StepResult {
  if (Array.isArray(holder)) {
    const at = readIndex(key);
    if (at === null) return new Failure(`a list has no index ${showValue(key)}`);
    const element = at < 0 || at >= holder.length ? undefined : (holder as readonly Value[])[at];
    return element === undefined
      ? new Failure(`index ${at} is out of the bounds of a list of ${holder.length}`)
      : element;
  }
  let found: StepResult | undefined;
  if (holder instanceof LanguageMap) found = holder.get(key);
  else if (!isRecord(holder)) return new Failure(`a ${kindOf(holder)} cannot be indexed`);
  else if (typeof key === 'string') found = readMember(holder, key, read);
  return found === undefined ? new Failure(`the map has no key ${showValue(key)}`) : found;
}

function readIndex(key: Value): number | null {
  if (typeof key === 'bigint') return Number(key);
  if (key instanceof Uint) return Number(key.value);
  return typeof key === 'number' && Number.isInteger(key) ? key : null;
}
