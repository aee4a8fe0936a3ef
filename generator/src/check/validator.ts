import { compileLinear, type ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../model/add-to.ts';
import { isBuiltIn } from '../model/built-in.ts';
import { findServices, neighbourIds, serviceOperations, shapeClosure } from '../model/closure.ts';
import type { Member, Model, OperationShape, ServiceShape, Shape, ShapeId } from '../model/model.ts';
import { ShapeGraph } from '../model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from '../model/selector/parse-selector.ts';
import { makePredicate, type Predicate } from '../model/selector/predicate.ts';
import { select } from '../model/selector/select.ts';
import type { Selector, SelectorFault } from '../model/selector/selector-tree.ts';
import { membersOf, type Subject } from '../model/selector/subject.ts';
import { shapeName } from '../model/shape-id.ts';
import { compilePlain } from './pattern/plain.ts';
import { findTwins } from './twins.ts';

/** One thing that a model must be. Pure: it reads the context and yields events. */
export type Validator = (context: CheckContext) => Iterable<ModelEvent>;

/** The interface of the shapes of a type. */
type ShapeOf<Type extends Shape['type'], One = Shape> = One extends Shape
  ? Type extends One['type']
    ? One
    : never
  : never;

/** The model under check, with what several validators ask of it and what is dear to compute. */
export class CheckContext {
  readonly model: Model;
  readonly graph: ShapeGraph;
  readonly #shapes: Shape[] = [];
  readonly #subjects: Subject[] = [];
  readonly #byType = new Map<string, Shape[]>();
  readonly #byTrait = new Map<ShapeId, Subject[]>();
  readonly #operations = new Map<ServiceShape, readonly OperationShape[]>();
  #services: readonly ServiceShape[] | null = null;
  #sharedNames: ReadonlyMap<string, readonly Shape[]> | null = null;
  #users: ReadonlyMap<ShapeId, readonly Member[]> | null = null;
  readonly #parsed = new Map<string, Selector | SelectorFault>();
  readonly #matchers = new Map<string, ReturnType<typeof compileLinear>>();
  readonly #selected = new Map<string, ReadonlySet<Subject>>();
  readonly #predicates = new Map<string, Predicate | null>();

  constructor(model: Model) {
    this.model = model;
    this.graph = new ShapeGraph(model);
    for (const shape of model.shapes.values()) {
      if (isBuiltIn(shape)) continue;
      this.#shapes.push(shape);
      addTo(this.#byType, shape.type, shape);
      this.#addSubject(shape);
      for (const member of membersOf(shape)) this.#addSubject(member);
    }
  }

  #addSubject(subject: Subject): void {
    this.#subjects.push(subject);
    for (const id of subject.traits.keys()) {
      addTo(this.#byTrait, id, subject);
    }
  }

  /** Those of the shapes to be checked that are of a type. */
  shapesOfType<Type extends Shape['type']>(type: Type): readonly ShapeOf<Type>[] {
    return (this.#byType.get(type) ?? []) as ShapeOf<Type>[];
  }

  /** The shapes and members to be checked that bear a trait. */
  bearers(trait: ShapeId): readonly Subject[] {
    return this.#byTrait.get(trait) ?? [];
  }

  /** The services of the model, sorted by id. */
  services(): readonly ServiceShape[] {
    this.#services ??= findServices(this.model);
    return this.#services;
  }

  /** The operations of a service, its resources' at any depth included, sorted by id. */
  operationsOf(service: ServiceShape): readonly OperationShape[] {
    const known = this.#operations.get(service);
    if (known !== undefined) return known;
    const operations = serviceOperations(this.model, service);
    this.#operations.set(service, operations);
    return operations;
  }

  /** The members to be checked by the shape that they target; those of enums, which have values and no shapes, left out. */
  users(): ReadonlyMap<ShapeId, readonly Member[]> {
    this.#users ??= this.#listUsers();
    return this.#users;
  }

  #listUsers(): Map<ShapeId, Member[]> {
    const users = new Map<ShapeId, Member[]>();
    for (const shape of this.#shapes) {
      if (!('members' in shape) || shape.type === 'enum' || shape.type === 'intEnum') continue;
      for (const member of shape.members.values()) addTo(users, member.target, member);
    }
    return users;
  }

  /**
   * The shapes that may stand together in a service, by the names that several of them have, case aside. Most models have
   * none, and then what names can do wrong need not be looked for.
   */
  sharedNames(): ReadonlyMap<string, readonly Shape[]> {
    this.#sharedNames ??= findTwins(this.#listReached(), ({ id }) => shapeName(id).toLowerCase());
    return this.#sharedNames;
  }

  /** The shapes to be checked and those of the prelude that they lead to; no input and no output has no name to share. */
  #listReached(): readonly Shape[] {
    const led = new Set(this.users().keys());
    for (const type of ['operation', 'resource', 'service'] as const)
      for (const shape of this.shapesOfType(type)) for (const id of neighbourIds(shape)) led.add(id);
    const reached = [...this.#shapes];
    const open = [...led].filter((id) => isBuiltInId(this.model, id));
    for (const id of shapeClosure(this.model, open)) {
      const shape = this.model.shapes.get(id);
      if (shape !== undefined && id !== 'smithy.api#Unit') reached.push(shape);
    }
    return reached;
  }

  /** The traits that some shape or member to be checked bears. */
  usedTraits(): Iterable<ShapeId> {
    return this.#byTrait.keys();
  }

  /** The shapes to be checked: all but the prelude's and the standard traits', which are ours and good. */
  shapes(): readonly Shape[] {
    return this.#shapes;
  }

  /** As `shapes`, each shape followed by its members. */
  subjects(): readonly Subject[] {
    return this.#subjects;
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
    const matcher = compilePlain(pattern) ?? compileLinear(pattern);
    this.#matchers.set(pattern, matcher);
    return matcher;
  }

  /** A test whether a selector matches a subject; null where the text is no selector. */
  predicate(text: string): Predicate | null {
    const known = this.#predicates.get(text);
    if (known !== undefined) return known;
    const selector = this.parseSelector(text);
    const made = isSelectorFault(selector)
      ? null
      : (makePredicate(this.graph, selector) ?? ((subject) => this.select(text)?.has(subject) ?? false));
    this.#predicates.set(text, made);
    return made;
  }

  /** Whether a selector matches a subject; null where the text is no selector. */
  matches(text: string, subject: Subject): boolean | null {
    return this.predicate(text)?.(subject) ?? null;
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

function isBuiltInId({ shapes }: Model, id: ShapeId): boolean {
  const shape = shapes.get(id);
  return shape !== undefined && isBuiltIn(shape);
}
