import { Failure, placeFailure } from './failure.ts';
import type { Compilation, Frame, Step, StepResult } from './step.ts';
import type { MacroNode } from './tree.ts';
import { isRecord, kindOf, LanguageMap, type Value } from './value.ts';

interface Loop {
  readonly node: MacroNode;
  readonly slot: number;
  readonly test: Step | null;
  readonly body: Step;
}

/** `range.all(variable, body)` and the other macros; over a map they go through its keys. */
export function compileMacro(node: MacroNode, compilation: Compilation): Step {
  const range = compilation.compile(node.range);
  const loop = compilation.withVariable(node.variable, (slot): Loop => {
    const test = node.test === null ? null : compilation.compile(node.test);
    return { node, slot, test, body: compilation.compile(node.body) };
  });
  const run = runs[node.macro];
  return (frame) => {
    const holder = range(frame);
    if (holder instanceof Failure) return holder;
    const elements = listElements(holder);
    if (elements === null)
      return placeFailure(
        new Failure(`\`${node.macro}\` cannot go through a ${kindOf(holder)}`),
        node.range.start,
        node.range.end,
      );
    frame.budget.spend(1 + (elements === holder ? 0 : elements.length));
    return run(loop, elements, frame);
  };
}

function listElements(holder: Value): readonly Value[] | null {
  if (Array.isArray(holder)) return holder as readonly Value[];
  if (holder instanceof LanguageMap) return Array.from(holder.entries(), ({ key }) => key);
  return isRecord(holder) ? Object.keys(holder) : null;
}

const runs: Readonly<Record<MacroNode['macro'], (loop: Loop, elements: readonly Value[], frame: Frame) => StepResult>> =
  {
    all: (loop, elements, frame) => decide(loop, elements, frame, false),
    exists: (loop, elements, frame) => decide(loop, elements, frame, true),
    exists_one: (loop, elements, frame) => {
      const found = keep(loop, elements, frame, loop.body);
      return found instanceof Failure ? found : found.length === 1;
    },
    filter: (loop, elements, frame) => {
      const found = keep(loop, elements, frame, loop.body);
      if (!(found instanceof Failure)) frame.budget.spendElements(found.length);
      return found;
    },
    map: (loop, elements, frame) => {
      const kept = loop.test === null ? elements : keep(loop, elements, frame, loop.test);
      if (kept instanceof Failure) return kept;
      const results: Value[] = [];
      for (const element of kept) {
        frame.budget.spendElements(1);
        frame.slots[loop.slot] = element;
        const result = loop.body(frame);
        if (result instanceof Failure) return result;
        results.push(result);
      }
      return results;
    },
  };

/** Ends at the first element that decides; a failure counts only where none does. */
function decide(loop: Loop, elements: readonly Value[], frame: Frame, decides: boolean): StepResult {
  let failure: Failure | null = null;
  for (let at = 0; at < elements.length; at++) {
    frame.budget.spend(1);
    frame.slots[loop.slot] = elements[at]!;
    const result = loop.body(frame);
    if (result === decides) return decides;
    if (result !== !decides) failure ??= readRefusal(result, loop.node);
  }
  return failure ?? !decides;
}

function keep(loop: Loop, elements: readonly Value[], frame: Frame, test: Step): readonly Value[] | Failure {
  const kept: Value[] = [];
  for (let at = 0; at < elements.length; at++) {
    const element = elements[at]!;
    frame.budget.spend(1);
    frame.slots[loop.slot] = element;
    const result = test(frame);
    if (result === true) kept.push(element);
    else if (result !== false) return readRefusal(result, loop.node);
  }
  return kept;
}

function readRefusal(result: StepResult, { macro, body }: MacroNode): Failure {
  if (result instanceof Failure) return result;
  return placeFailure(new Failure(`\`${macro}\` asks for a bool, found ${kindOf(result)}`), body.start, body.end);
}
