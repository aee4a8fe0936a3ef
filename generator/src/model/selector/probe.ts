import type { ShapeGraph } from './neighbours.ts';
import { finds } from './select.ts';
import type { Selector, Step } from './selector-tree.ts';
import { isOfType, type Subject } from './subject.ts';

/** Whether a selector, started from the subject, finds anything. */
export type Probe = (subject: Subject) => boolean;

/**
 * Makes a probe of a selector. It says what `finds` says, and is made of functions for the steps that most traits have,
 * since the selector of a trait is asked of each shape that bears it.
 */
export function makeProbe(graph: ShapeGraph, selector: Selector): Probe {
  // What one step remembers for another is kept in one run of all of them.
  if (selector.some(remembers)) return (subject) => finds(graph, selector, subject);
  const [step, ...rest] = selector;
  if (step === undefined) return () => true;
  return makeStep(graph, step, rest) ?? ((subject) => finds(graph, selector, subject));
}

function makeStep(graph: ShapeGraph, step: Step, rest: Selector): Probe | null {
  if (step.kind === 'type') {
    const { type } = step;
    if (rest.length === 0) return (subject) => isOfType(subject, type);
    const goesOn = makeProbe(graph, rest);
    return (subject) => isOfType(subject, type) && goesOn(subject);
  }
  if (step.kind === 'neighbours') {
    const { direction, relations } = step;
    const goesOn = makeProbe(graph, rest);
    return (subject) => graph.follow(subject, direction, relations).some(goesOn);
  }
  if (step.kind !== 'call') return null;
  if (step.name === 'is') return anyOf(step.selectors.map((branch) => makeProbe(graph, [...branch, ...rest])));
  if (step.name !== 'test' && step.name !== 'not') return null;
  const goesOn = makeProbe(graph, rest);
  const holds = anyOf(step.selectors.map((branch) => makeProbe(graph, branch)));
  if (step.name === 'test') return rest.length === 0 ? holds : (subject) => holds(subject) && goesOn(subject);
  return (subject) => !holds(subject) && goesOn(subject);
}

function remembers(step: Step): boolean {
  return step.kind === 'store' || (step.kind === 'call' && step.selectors.some((branch) => branch.some(remembers)));
}

function anyOf(probes: readonly Probe[]): Probe {
  return (subject) => {
    for (const probe of probes) if (probe(subject)) return true;
    return false;
  };
}
