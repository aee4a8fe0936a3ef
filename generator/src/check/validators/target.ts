import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import type { Member, OperationShape, ResourceShape, ServiceShape, Shape, ShapeId } from '../../model/model.ts';
import { findSubject, isMember, type Subject } from '../../model/selector/subject.ts';
import { namespaceOf, shapeName } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import { withArticle } from '../../syntax/with-article.ts';
import type { CheckContext } from '../validator.ts';

/** Everything that a shape names exists and is of the kind that may stand there. */
export function* checkTargets(context: CheckContext): Generator<ModelEvent> {
  const events: ModelEvent[] = [];
  for (const shape of context.shapes()) {
    const isBinder = shape.type === 'operation' || shape.type === 'resource' || shape.type === 'service';
    if (isBinder || shape.mixins.length > 0) new TargetCheck(context, shape, events).checkShape();
  }
  for (const [target, members] of context.users()) {
    const found = context.model.shapes.get(target);
    const isPlain = isPlainData(found);
    const isText = found?.type === 'string' || found?.type === 'enum';
    for (const member of members) {
      if (isPlain && (isText || member.name !== 'key')) continue;
      const shape = context.model.shapes.get(member.container);
      if (shape !== undefined) new TargetCheck(context, shape, events).checkMember(member);
    }
  }
  yield* events;
}

/** True for what every member may target, were it not the key of a map, for which only text will do. */
function isPlainData(target: Shape | undefined): boolean {
  if (target === undefined) return false;
  const { type, traits } = target;
  if (type === 'service' || type === 'resource' || type === 'operation') return false;
  return !traits.has('smithy.api#trait') && !traits.has('smithy.api#mixin') && !traits.has('smithy.api#private');
}

/** The check of one shape, or of one of its members. */
class TargetCheck {
  readonly #events: ModelEvent[];
  readonly #context: CheckContext;
  readonly #shape: Shape;

  constructor(context: CheckContext, shape: Shape, events: ModelEvent[]) {
    this.#events = events;
    this.#context = context;
    this.#shape = shape;
  }

  checkShape(): void {
    const shape = this.#shape;
    for (const mixin of shape.mixins) this.#checkMixin(mixin);
    if (shape.type === 'operation') this.#checkOperation(shape);
    else if (shape.type === 'resource') this.#checkResource(shape);
    else if (shape.type === 'service') this.#checkService(shape);
  }

  #report(message: string, bearer: Shape | Member = this.#shape, help = ''): void {
    this.#events.push(makeEvent('error', 'Target', bearer.place, { message, help, shape: bearer.id }));
  }

  #reportMissing(id: ShapeId, relation: string, bearer: Shape | Member = this.#shape): void {
    const names: string[] = [];
    for (const known of this.#context.model.shapes.keys())
      if (namespaceOf(known) === namespaceOf(id) || namespaceOf(known) === 'smithy.api') names.push(shapeName(known));
    const near = findNearNames(shapeName(id), names);
    const help = near.length === 0 ? '' : `did you mean \`${near.join('`, `')}\`?`;
    this.#report(`${relation} \`${id}\` is not in the model`, bearer, help);
  }

  /** The shape, when it exists and may be referred to; else what is wrong is yielded. */
  #find(id: ShapeId, relation: string, bearer: Shape | Member = this.#shape): Subject | null {
    const found = findSubject(this.#context.model, id);
    if (found === undefined) {
      if (!this.#context.model.lost.has(id)) this.#reportMissing(id, relation, bearer);
      return null;
    }
    if (found.traits.has('smithy.api#trait'))
      this.#report(`${relation} \`${id}\` is a trait, and traits are only applied`, bearer);
    if (found.traits.has('smithy.api#mixin') && !isMember(found))
      this.#report(`${relation} \`${id}\` is a mixin, and mixins are only mixed in`, bearer);
    this.#checkAccess(found, bearer, relation);
    return found;
  }

  #checkAccess(found: Subject, bearer: Shape | Member, relation: string): void {
    if (!found.traits.has('smithy.api#private') || namespaceOf(found.id) === namespaceOf(bearer.id)) return;
    const message = `${relation} \`${found.id}\` is private to its namespace`;
    this.#events.push(makeEvent('error', 'PrivateAccess', bearer.place, { message, shape: bearer.id }));
  }

  #checkMixin(id: ShapeId): void {
    const mixin = this.#context.model.shapes.get(id);
    if (mixin === undefined) return;
    this.#checkAccess(mixin, this.#shape, 'mixin');
    if (!mixin.traits.has('smithy.api#mixin')) this.#report(`\`${id}\` is no mixin: it lacks \`@mixin\``);
    if (mixin.type !== this.#shape.type) {
      const message = `${this.#shape.type} \`${this.#shape.id}\` has mixin \`${id}\`, which is ${withArticle(mixin.type)}`;
      this.#events.push(makeEvent('error', 'Mixin', this.#shape.place, { message, shape: this.#shape.id }));
    }
  }

  checkMember(member: Member): void {
    const target = this.#find(member.target, 'target', member);
    if (target === null) return;
    if (isMember(target)) this.#report(`target \`${target.id}\` is a member, expected a shape`, member);
    else if (target.type === 'service' || target.type === 'resource' || target.type === 'operation')
      this.#report(`target \`${target.id}\` is ${withArticle(target.type)}, expected data`, member);
    else if (member.name === 'key' && this.#shape.type === 'map' && target.type !== 'string' && target.type !== 'enum')
      this.#report(`keys of a map are strings, but \`${target.id}\` is ${withArticle(target.type)}`);
  }

  #expect(id: ShapeId, relation: string, type: Shape['type']): Shape | null {
    const found = this.#find(id, relation);
    if (found === null) return null;
    if (!isMember(found) && found.type === type) return found;
    const own = isMember(found) ? 'member' : found.type;
    if (type === 'string' && own === 'enum') return null;
    this.#report(`${relation} \`${id}\` is ${withArticle(own)}, expected ${withArticle(type)}`);
    return null;
  }

  #checkError(id: ShapeId): void {
    const error = this.#expect(id, 'error', 'structure');
    if (error !== null && !error.traits.has('smithy.api#error')) this.#report(`error \`${id}\` lacks \`@error\``);
  }

  #checkOperation({ input, output, errors }: OperationShape): void {
    this.#checkSide('input', input);
    this.#checkSide('output', output);
    for (const id of errors) this.#checkError(id);
  }

  #checkSide(relation: 'input' | 'output', id: ShapeId): void {
    const found = this.#expect(id, relation, 'structure');
    if (found?.traits.has('smithy.api#error')) this.#report(`${relation} \`${id}\` is an error`);
  }

  #checkService({ operations, resources, errors }: ServiceShape): void {
    for (const id of operations) this.#expect(id, 'operation', 'operation');
    for (const id of resources) this.#expect(id, 'resource', 'resource');
    for (const id of errors) this.#checkError(id);
  }

  #checkResource(resource: ResourceShape): void {
    for (const id of resource.identifiers.values()) this.#expect(id, 'identifier', 'string');
    for (const id of resource.properties.values()) this.#find(id, 'property');
    for (const [lifecycle, id] of Object.entries(resource.lifecycle))
      this.#expect(id, `lifecycle ${lifecycle}`, 'operation');
    for (const id of resource.operations) this.#expect(id, 'operation', 'operation');
    for (const id of resource.collectionOperations) this.#expect(id, 'collection operation', 'operation');
    for (const id of resource.resources) this.#expect(id, 'resource', 'resource');
  }
}
