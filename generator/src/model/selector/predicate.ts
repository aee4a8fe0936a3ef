import type { ShapeGraph } from './neighbours.ts';
import { makeProbe } from './probe.ts';
import { isFilter } from './select.ts';
import type { Selector } from './selector-tree.ts';
import { isMember, isOfType, type Subject } from './subject.ts';

/** Whether a selector, asked of the whole model, selects the subject. */
export type Predicate = (subject: Subject) => boolean;

/**
 * Makes a test of one subject out of a selector, for the forms that most traits have: filters, and `X > member` with
 * filters at both ends, since only its container leads to a member. Null for every other form: then the whole model has to be asked.
 */
export function makePredicate(graph: ShapeGraph, selector: Selector): Predicate | null {
  const [first, ...rest] = selector;
  if (selector.length === 1 && first?.kind === 'type') return (subject) => isOfType(subject, first.type);
  if (first?.kind === 'call' && first.name === 'is' && isFilter(rest)) {
    const branches = first.selectors.map((branch) => makePredicate(graph, [...branch, ...rest]));
    if (!branches.every((branch) => branch !== null)) return null;
    return (subject) => branches.some((matches) => matches(subject));
  }
  if (isFilter(selector)) return makeProbe(graph, selector);
  const at = selector.findLastIndex(({ kind }) => kind === 'neighbours');
  const step = selector[at];
  const after = selector.slice(at + 1);
  if (step?.kind !== 'neighbours' || step.direction !== 'forward' || step.relations.length > 0) return null;
  if (!startsWithMember(after) || !isFilter(after)) return null;
  const isContainer = makePredicate(graph, selector.slice(0, at));
  if (isContainer === null) return null;
  const passes = makeProbe(graph, after);
  return (subject) => {
    if (!isMember(subject)) return false;
    const container = graph.model.shapes.get(subject.container);
    return container !== undefined && isContainer(container) && passes(subject);
  };
}

function startsWithMember([first]: Selector): boolean {
  if (first?.kind === 'type') return first.type === 'member';
  return (
    first?.kind === 'call' && (first.name === 'test' || first.name === 'is') && first.selectors.every(startsWithMember)
  );
}
