import type { Node } from '../../syntax/node.ts';
import type { Model, Shape, ShapeId } from '../model.ts';
import { findSubject, isMember, isOfType, membersOf, type Subject } from './subject.ts';

/** Relations that a selector follows only when it names them. */
const namedOnly: ReadonlySet<string> = new Set(['trait', 'idRef', 'bound']);

/** The edges of one subject: both lists run in parallel. */
interface Edges {
  readonly subjects: Subject[];
  readonly relations: (string | null)[];
}

const noSubjects: readonly Subject[] = [];
const unit: ShapeId = 'smithy.api#Unit';

/** The graph of a model's shapes, with the way back, which is built when it is first needed. */
export class ShapeGraph {
  readonly model: Model;
  #subjects: readonly Subject[] | null = null;
  readonly #byType = new Map<string, readonly Subject[]>();
  readonly #forward = new Map<Subject, Edges>();
  #backward: Map<Subject, Edges> | null = null;
  #bound: Map<ShapeId, Shape[]> | null = null;

  constructor(model: Model) {
    this.model = model;
  }

  /** All subjects: shapes and their members, in the model's order. */
  subjects(): readonly Subject[] {
    this.#subjects ??= this.#listSubjects();
    return this.#subjects;
  }

  #listSubjects(): Subject[] {
    const subjects: Subject[] = [];
    for (const shape of this.model.shapes.values()) {
      subjects.push(shape);
      for (const member of membersOf(shape)) subjects.push(member);
    }
    return subjects;
  }

  /** The subjects that a selector's word for a type covers. */
  subjectsOfType(type: string): readonly Subject[] {
    const known = this.#byType.get(type);
    if (known !== undefined) return known;
    const found = this.subjects().filter((subject) => isOfType(subject, type));
    this.#byType.set(type, found);
    return found;
  }

  follow(subject: Subject, direction: 'forward' | 'backward', relations: readonly string[]): readonly Subject[] {
    // The target of a member is at hand: edges kept for each of them would only fill the memory.
    if (direction === 'forward' && relations.length === 0 && isMember(subject)) {
      const target = findSubject(this.model, subject.target);
      return target === undefined ? noSubjects : [target];
    }
    const edges = direction === 'forward' ? this.#findForward(subject) : this.#findBackward().get(subject);
    if (relations.length === 0) return edges?.subjects ?? noSubjects;
    const found = (edges?.subjects ?? noSubjects).filter((_, index) => {
      const relation = edges?.relations[index] ?? null;
      return relation !== null && relations.includes(relation);
    });
    if (relations.some((relation) => namedOnly.has(relation)))
      found.push(...this.#findNamed(subject, direction, relations));
    return found;
  }

  /** Everything that can be reached forward; the subject itself only on a circle. */
  *reach(subject: Subject): Generator<Subject> {
    const reached = new Set<Subject>();
    const open = [subject];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const other of this.#findForward(next).subjects) {
        if (reached.has(other)) continue;
        reached.add(other);
        open.push(other);
        yield other;
      }
  }

  #findForward(subject: Subject): Edges {
    const known = this.#forward.get(subject);
    if (known !== undefined) return known;
    const edges: Edges = { subjects: [], relations: [] };
    const add = (relation: string | null, other: Subject | undefined): void => {
      if (other === undefined) return;
      edges.subjects.push(other);
      edges.relations.push(relation);
    };
    if (isMember(subject)) add(null, findSubject(this.model, subject.target));
    else {
      for (const member of membersOf(subject)) add('member', member);
      for (const [relation, id] of listEdges(subject)) add(relation, findSubject(this.model, id));
    }
    this.#forward.set(subject, edges);
    return edges;
  }

  #findBackward(): Map<Subject, Edges> {
    if (this.#backward !== null) return this.#backward;
    const backward = new Map<Subject, Edges>();
    for (const subject of this.subjects()) {
      const { subjects, relations } = this.#findForward(subject);
      for (const [index, other] of subjects.entries()) {
        let back = backward.get(other);
        if (back === undefined) {
          back = { subjects: [], relations: [] };
          backward.set(other, back);
        }
        back.subjects.push(subject);
        back.relations.push(relations[index] ?? null);
      }
    }
    this.#backward = backward;
    return backward;
  }

  *#findNamed(subject: Subject, direction: 'forward' | 'backward', relations: readonly string[]): Generator<Subject> {
    for (const relation of relations) {
      if (!namedOnly.has(relation)) continue;
      if (direction === 'forward') {
        for (const id of this.#listNamed(subject, relation)) {
          const other = findSubject(this.model, id);
          if (other !== undefined) yield other;
        }
      } else
        for (const other of this.subjects()) if (this.#listNamed(other, relation).includes(subject.id)) yield other;
    }
  }

  #listNamed(subject: Subject, relation: string): readonly ShapeId[] {
    if (relation === 'trait') return [...subject.traits.keys()];
    if (relation === 'bound') return (this.#findBinders().get(subject.id) ?? []).map((shape) => shape.id);
    return [...subject.traits.values()].flatMap((trait) => this.#findIdRefs(trait.id, trait.value));
  }

  /** The services and resources that bind an operation or resource. */
  #findBinders(): Map<ShapeId, Shape[]> {
    if (this.#bound !== null) return this.#bound;
    const bound = new Map<ShapeId, Shape[]>();
    for (const shape of this.model.shapes.values()) {
      if (shape.type !== 'service' && shape.type !== 'resource') continue;
      for (const [relation, id] of listEdges(shape)) {
        if (relation === 'identifier' || relation === 'property' || relation === 'mixin' || relation === 'error')
          continue;
        const known = bound.get(id);
        if (known === undefined) bound.set(id, [shape]);
        else if (known.at(-1) !== shape) known.push(shape);
      }
    }
    this.#bound = bound;
    return bound;
  }

  /** The ids in a trait's value at places that `@idRef` marks. */
  #findIdRefs(shapeId: ShapeId, value: Node, marked = false): ShapeId[] {
    const shape = this.model.shapes.get(shapeId);
    if (shape === undefined) return [];
    const isRef = marked || shape.traits.has('smithy.api#idRef');
    if (value.kind === 'string') return isRef ? [value.value] : [];
    if (!('members' in shape)) return [];
    const visit = (name: string, node: Node): ShapeId[] => {
      const member = shape.members.get(name);
      if (member === undefined) return [];
      return this.#findIdRefs(member.target, node, member.traits.has('smithy.api#idRef'));
    };
    if (value.kind === 'array') return value.elements.flatMap((element) => visit('member', element));
    if (value.kind !== 'object') return [];
    if (shape.type === 'map') return value.entries.flatMap((entry) => visit('value', entry.value));
    return value.entries.flatMap((entry) => visit(entry.key, entry.value));
  }
}

/** What a shape names, its members aside; a relation that has a closer name, such as `create`, comes under both. */
export function* listEdges(subject: Shape): Generator<[relation: string, id: ShapeId]> {
  for (const mixin of subject.mixins) yield ['mixin', mixin];
  switch (subject.type) {
    case 'operation':
      // Having none is no relation.
      if (subject.input !== unit) yield ['input', subject.input];
      if (subject.output !== unit) yield ['output', subject.output];
      for (const id of subject.errors) yield ['error', id];
      break;
    case 'service':
      for (const id of subject.operations) yield ['operation', id];
      for (const id of subject.resources) yield ['resource', id];
      for (const id of subject.errors) yield ['error', id];
      break;
    case 'resource':
      for (const id of subject.identifiers.values()) yield ['identifier', id];
      for (const id of subject.properties.values()) yield ['property', id];
      for (const [lifecycle, id] of Object.entries(subject.lifecycle)) {
        yield [lifecycle, id];
        yield ['operation', id];
        yield [isOfCollection(lifecycle) ? 'collectionOperation' : 'instanceOperation', id];
      }
      for (const id of subject.operations) {
        yield ['operation', id];
        yield ['instanceOperation', id];
      }
      for (const id of subject.collectionOperations) {
        yield ['operation', id];
        yield ['collectionOperation', id];
      }
      for (const id of subject.resources) yield ['resource', id];
      break;
  }
}

function isOfCollection(lifecycle: string): boolean {
  return lifecycle === 'create' || lifecycle === 'list';
}
