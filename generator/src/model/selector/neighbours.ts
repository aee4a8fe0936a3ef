import type { Node } from '../../syntax/node.ts';
import type { Model, Shape, ShapeId } from '../model.ts';
import { containerId } from '../shape-id.ts';
import { findSubject, isMember, membersOf, type Subject } from './subject.ts';

/** One edge of the graph of shapes. `relation` is the word that a selector has for it, null for a member's target. */
export interface Neighbour {
  readonly relation: string | null;
  readonly subject: Subject;
}

/** Relations that a selector follows only when it names them. */
const namedOnly: ReadonlySet<string> = new Set(['trait', 'idRef', 'bound']);

/** The graph of a model's shapes, with the way back, which is built when it is first needed. */
export class ShapeGraph {
  readonly model: Model;
  #backward: Map<Subject, Neighbour[]> | null = null;
  #bound: Map<ShapeId, Shape[]> | null = null;
  #forward = new Map<Subject, readonly Neighbour[]>();

  constructor(model: Model) {
    this.model = model;
  }

  /** All subjects: shapes and their members, in the model's order. */
  *subjects(): Generator<Subject> {
    for (const shape of this.model.shapes.values()) {
      yield shape;
      yield* membersOf(shape);
    }
  }

  *follow(subject: Subject, direction: 'forward' | 'backward', relations: readonly string[]): Generator<Subject> {
    const edges = direction === 'forward' ? this.#findForward(subject) : (this.#findBackward().get(subject) ?? []);
    if (relations.length === 0) {
      for (const edge of edges) yield edge.subject;
      return;
    }
    for (const edge of edges) if (edge.relation !== null && relations.includes(edge.relation)) yield edge.subject;
    if (!relations.some((relation) => namedOnly.has(relation))) return;
    for (const edge of this.#findNamed(subject, direction, relations)) yield edge;
  }

  /** Everything that can be reached forward; the subject itself only on a circle. */
  *reach(subject: Subject): Generator<Subject> {
    const reached = new Set<Subject>();
    const open = [subject];
    for (let next = open.pop(); next !== undefined; next = open.pop())
      for (const edge of this.#findForward(next)) {
        if (reached.has(edge.subject)) continue;
        reached.add(edge.subject);
        open.push(edge.subject);
        yield edge.subject;
      }
  }

  #findForward(subject: Subject): readonly Neighbour[] {
    const known = this.#forward.get(subject);
    if (known !== undefined) return known;
    const edges: Neighbour[] = [];
    for (const [relation, id] of listEdges(subject)) {
      const other = findSubject(this.model, id);
      if (other !== undefined) edges.push({ relation, subject: other });
    }
    this.#forward.set(subject, edges);
    return edges;
  }

  #findBackward(): Map<Subject, Neighbour[]> {
    if (this.#backward !== null) return this.#backward;
    const backward = new Map<Subject, Neighbour[]>();
    for (const subject of this.subjects())
      for (const edge of this.#findForward(subject)) {
        const known = backward.get(edge.subject);
        const back = { relation: edge.relation, subject };
        if (known === undefined) backward.set(edge.subject, [back]);
        else known.push(back);
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
        else known.push(shape);
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

function* listEdges(subject: Subject): Generator<[string | null, ShapeId]> {
  if (isMember(subject)) {
    yield [null, subject.target];
    return;
  }
  for (const mixin of subject.mixins) yield ['mixin', mixin];
  for (const member of membersOf(subject)) yield ['member', member.id];
  switch (subject.type) {
    case 'operation':
      yield ['input', subject.input];
      yield ['output', subject.output];
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
      for (const [lifecycle, id] of Object.entries(subject.lifecycle)) yield [lifecycle, id];
      for (const id of subject.operations) yield ['operation', id];
      for (const id of subject.collectionOperations) yield ['collectionOperation', id];
      for (const id of subject.resources) yield ['resource', id];
      break;
  }
}

/** The shape that a member stands in. */
export function containerOf(model: Model, subject: Subject): Shape | undefined {
  return model.shapes.get(containerId(subject.id));
}
