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
  const { start, end } = operand;
  // Most begin with a variable, which needs no step of its own.
  const slot =
    operand.kind === 'name'
      ? compilation.slotOf({ name: operand.name, reading: compilation.readingOf(operand) })
      : null;
  const begin = slot === null ? compilation.compile(operand) : null;
  return (frame) => {
    let value = slot === null ? begin!(frame) : frame.slots[slot]!;
    frame.budget.spend(links.length);
    for (let at = 0; at < links.length; at++) {
      if (value instanceof Failure) return placeFailure(value, start, end);
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
  const { member } = node;
  let result: StepResult | undefined;
  if (isRecord(holder)) {
    const json = readOwn(holder, member);
    if (json !== undefined) result = read(json);
  } else if (holder instanceof LanguageMap) result = holder.get(member);
  else result = new Failure(`a ${kindOf(holder)} has no members`);
  if (result === undefined) result = new Failure(`\`${member}\` is not there`);
  return result instanceof Failure ? placeFailure(result, node.memberStart, node.end) : result;
}

function readOwn(holder: JsonRecord, member: string): Value | undefined {
  return Object.hasOwn(holder, member) ? holder[member] : undefined;
}

/** `has(operand.member)`: whether it is there, whatever it is. */
export function compileHas(node: HasNode, compilation: Compilation): Step {
  const { member, memberStart, end, operand } = node.select;
  const begin = compilation.compile(operand);
  return (frame) => {
    const holder = begin(frame);
    if (holder instanceof Failure) return holder;
    frame.budget.spend(1);
    if (isRecord(holder)) return readOwn(holder, member) !== undefined;
    if (holder instanceof LanguageMap) return holder.get(member) !== undefined;
    return placeFailure(new Failure(`a ${kindOf(holder)} has no members`), memberStart, end);
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
  else if (typeof key === 'string') {
    const json = readOwn(holder, key);
    if (json !== undefined) found = read(json);
  }
  return found === undefined ? new Failure(`the map has no key ${showValue(key)}`) : found;
}

function readIndex(key: Value): number | null {
  if (typeof key === 'bigint') return Number(key);
  if (key instanceof Uint) return Number(key.value);
  return typeof key === 'number' && Number.isInteger(key) ? key : null;
}
