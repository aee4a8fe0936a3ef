import { compileLinear, type ModelEvent } from '@shapegate/validator/leaves';
import type { Model, Shape } from '../model/model.ts';
import { preludeFile } from '../model/prelude.ts';
import { ShapeGraph } from '../model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from '../model/selector/parse-selector.ts';
import { select } from '../model/selector/select.ts';
import type { Selector, SelectorFault } from '../model/selector/selector-tree.ts';
import { membersOf, type Subject } from '../model/selector/subject.ts';

/** One thing that a model must be. Pure: it reads the context and yields events. */
export type Validator = (context: CheckContext) => Iterable<ModelEvent>;

/** The model under check, with what several validators ask of it and what is dear to compute. */
export class CheckContext {
  readonly model: Model;
  readonly graph: ShapeGraph;
  readonly #parsed = new Map<string, Selector | SelectorFault>();
  readonly #matchers = new Map<string, ReturnType<typeof compileLinear>>();
  readonly #selected = new Map<string, ReadonlySet<Subject>>();

  constructor(model: Model) {
    this.model = model;
    this.graph = new ShapeGraph(model);
  }

  /** The shapes to be checked: all but the prelude's, which are ours and good. */
  *shapes(): Generator<Shape> {
    for (const shape of this.model.shapes.values()) if (shape.place.file !== preludeFile) yield shape;
  }

  /** As `shapes`, each shape followed by its members. */
  *subjects(): Generator<Subject> {
    for (const shape of this.shapes()) {
      yield shape;
      yield* membersOf(shape);
    }
  }

  parseSelector(text: string): Selector | SelectorFault {
    const known = this.#parsed.get(text);
    if (known !== undefined) return known;
    const parsed = parseSelector(text);
    this.#parsed.set(text, parsed);
    return parsed;
  }

  /** The linear-time matcher of a pattern; null where there is none. */
  compilePattern(pattern: string): { test(text: string): boolean } | null {
    const known = this.#matchers.get(pattern);
    if (known !== undefined) return known;
    const matcher = compileLinear(pattern);
    this.#matchers.set(pattern, matcher);
    return matcher;
  }

  /** What a selector matches in the whole model, found once; null where the text is no selector. */
  select(text: string): ReadonlySet<Subject> | null {
    const known = this.#selected.get(text);
    if (known !== undefined) return known;
    const selector = this.parseSelector(text);
    if (isSelectorFault(selector)) return null;
    const selected = select(this.graph, selector);
    this.#selected.set(text, selected);
    return selected;
  }
}
