import { type Attribute, followPath, listScopes, type Variables } from './attribute.ts';
import { compareAttributes } from './compare.ts';
import type { ShapeGraph } from './neighbours.ts';
import type { ScopedTest, ScopedValue, Selector, Step } from './selector-tree.ts';
import { isOfType, type Subject } from './subject.ts';

/** The shapes and members of a model that a selector matches, in the model's order of discovery. */
export function select(graph: ShapeGraph, selector: Selector): Set<Subject> {
  const selected = new Set<Subject>();
  visitMatches(graph, selector, (found) => selected.add(found));
  return selected;
}

/** Calls back with each match, as often as it is found, and with the variables that the selector set on the way to it. */
export function visitMatches(
  graph: ShapeGraph,
  selector: Selector,
  visit: (subject: Subject, variables: Variables) => void,
): void {
  const roots = new Map<Selector, ReadonlySet<Subject>>();
  const [first] = selector;
  const starts = first?.kind === 'type' ? graph.subjectsOfType(first.type) : graph.subjects();
  for (const subject of starts) {
    if (!canPass(first, subject)) continue;
    const run = new SelectorRun(graph, roots);
    run.pass(selector, 0, subject, (found) => {
      visit(found, run.variables);
      return true;
    });
  }
}

/** True where a selector lets through or keeps out, and never goes on to another shape: then one subject can be asked alone. */
export function isFilter(selector: Selector): boolean {
  return selector.every((step) => {
    if (step.kind === 'type' || step.kind === 'attribute' || step.kind === 'scoped') return true;
    if (step.kind !== 'call') return false;
    return step.name === 'test' || step.name === 'not' || (step.name === 'is' && step.selectors.every(isFilter));
  });
}

/** False where the first step keeps a subject out for its type alone: most start here and end here. */
function canPass(step: Step | undefined, subject: Subject): boolean {
  if (step?.kind === 'type') return isOfType(subject, step.type);
  if (step?.kind !== 'call' || (step.name !== 'is' && step.name !== 'test')) return true;
  return step.selectors.some(([first]) => canPass(first, subject));
}

/** As `select`, from one starting shape alone. */
export function selectFrom(graph: ShapeGraph, selector: Selector, start: Subject): Set<Subject> {
  const selected = new Set<Subject>();
  new SelectorRun(graph, new Map()).pass(selector, 0, start, (found) => {
    selected.add(found);
    return true;
  });
  return selected;
}

/** Whether a selector, started from the subject, finds anything. */
export function finds(graph: ShapeGraph, selector: Selector, subject: Subject): boolean {
  if (selector.length === 0) return true;
  return !new SelectorRun(graph, new Map()).pass(selector, 0, subject, () => false);
}

/** Takes a subject that got through; false says that no more are wanted. */
type Receiver = (subject: Subject) => boolean;

const noVariables: Variables = new Map();

/** One walk from one starting shape, with the variables that it sets. */
class SelectorRun {
  readonly #graph: ShapeGraph;
  readonly #roots: Map<Selector, ReadonlySet<Subject>>;
  #variables = noVariables;

  constructor(graph: ShapeGraph, roots: Map<Selector, ReadonlySet<Subject>>) {
    this.#graph = graph;
    this.#roots = roots;
  }

  get variables(): Variables {
    return this.#variables;
  }

  pass(selector: Selector, at: number, subject: Subject, receive: Receiver): boolean {
    const step = selector[at];
    if (step === undefined) return receive(subject);
    return this.#passStep(step, subject, (next) => this.pass(selector, at + 1, next, receive));
  }

  #passStep(step: Step, subject: Subject, next: Receiver): boolean {
    switch (step.kind) {
      case 'type':
        return isOfType(subject, step.type) ? next(subject) : true;
      case 'attribute': {
        const found = followPath(this.#startAt(subject), step.path);
        const { test } = step;
        const holds =
          test === null
            ? isPresent(found)
            : compareAttributes(
                found,
                test.comparator,
                test.values.map((text) => ({ kind: 'text', text })),
                test.ignoreCase,
              );
        return holds ? next(subject) : true;
      }
      case 'scoped': {
        const scopes = listScopes(followPath(this.#startAt(subject), step.scope));
        return scopes.some((scope) => step.tests.every((test) => holdsIn(scope, test))) ? next(subject) : true;
      }
      case 'neighbours':
        for (const other of this.#graph.follow(subject, step.direction, step.relations)) if (!next(other)) return false;
        return true;
      case 'reachable':
        for (const other of this.#graph.reach(subject)) if (!next(other)) return false;
        return true;
      case 'store':
        this.#variables = new Map(this.#variables).set(step.name, this.#collect(step.selector, subject));
        return next(subject);
      case 'recall':
        for (const other of this.#variables.get(step.name) ?? []) if (!next(other)) return false;
        return true;
      case 'nothing':
        return true;
      case 'call':
        return this.#call(step, subject, next);
    }
  }

  #startAt(subject: Subject): Attribute {
    return { kind: 'subject', subject, variables: this.#variables };
  }

  #collect(selector: Selector, subject: Subject): Set<Subject> {
    const found = new Set<Subject>();
    this.pass(selector, 0, subject, (one) => {
      found.add(one);
      return true;
    });
    return found;
  }

  #matches(selector: Selector, subject: Subject): boolean {
    return !this.pass(selector, 0, subject, () => false);
  }

  #call({ name, selectors }: Extract<Step, { kind: 'call' }>, subject: Subject, next: Receiver): boolean {
    const [first = [], second = []] = selectors;
    switch (name) {
      case 'test':
        return selectors.some((selector) => this.#matches(selector, subject)) ? next(subject) : true;
      case 'not':
        return this.#matches(first, subject) ? true : next(subject);
      case 'is':
      case 'each':
        return selectors.every((selector) => this.pass(selector, 0, subject, next));
      case 'in':
        return this.#collect(first, subject).has(subject) ? next(subject) : true;
      case 'root': {
        for (const other of this.#findRoot(first)) if (!next(other)) return false;
        return true;
      }
      case 'recursive': {
        const found = new Set<Subject>();
        const open = [subject];
        for (let from = open.pop(); from !== undefined; from = open.pop())
          for (const other of this.#collect(first, from)) {
            if (found.has(other)) continue;
            found.add(other);
            open.push(other);
          }
        for (const other of found) if (!next(other)) return false;
        return true;
      }
      case 'topdown':
        return this.#isMarked(subject, first, selectors.length > 1 ? second : null) ? next(subject) : true;
    }
  }

  /** The result of a selector over the whole model, found once. */
  #findRoot(selector: Selector): ReadonlySet<Subject> {
    const known = this.#roots.get(selector);
    if (known !== undefined) return known;
    const found = select(this.#graph, selector);
    this.#roots.set(selector, found);
    return found;
  }

  /** A shape matches when it does itself, or when what binds it does and it does not disqualify itself. */
  #isMarked(subject: Subject, match: Selector, disqualify: Selector | null): boolean {
    const seen = new Set<Subject>();
    const open = [subject];
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      if (seen.has(one)) continue;
      seen.add(one);
      if (this.#matches(match, one)) return true;
      if (disqualify !== null && this.#matches(disqualify, one)) continue;
      open.push(...this.#graph.follow(one, 'forward', ['bound']));
    }
    return false;
  }
}

function isPresent(attribute: Attribute | null): boolean {
  return attribute !== null && (attribute.kind !== 'several' || attribute.values.some(isPresent));
}

function holdsIn(scope: Attribute, { left, comparator, right, ignoreCase }: ScopedTest): boolean {
  const find = (value: ScopedValue): Attribute | null =>
    'literal' in value ? { kind: 'text', text: value.literal } : followPath(scope, value.path);
  return compareAttributes(find(left), comparator, right.map(find), ignoreCase);
}
