import type { ModelEvent } from '@shapegate/validator/leaves';
import type { AggregateShape, Model, ResourceShape, Shape, ShapeId } from '../../model/model.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import type { Node } from '../../syntax/node.ts';
import { readEntry, readText } from '../node-entry.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#references';

/** `@references` names resources, and members for all their identifiers. */
export function* checkReferences(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers(trait)) {
    const list = subject.traits.get(trait)?.value;
    if (list?.kind !== 'array') continue;
    for (const reference of list.elements) yield* checkReference(context.model, subject, reference);
  }
  yield* findUnmarked(context);
}

function resolveId(model: Model, id: string, near: ShapeId): ShapeId {
  if (id.includes('#')) return id;
  const own = `${near.slice(0, near.indexOf('#'))}#${id}`;
  return model.shapes.has(own) ? own : `smithy.api#${id}`;
}

function* checkReference(model: Model, subject: Subject, reference: Node): Generator<ModelEvent> {
  const written = readText(reference, 'resource');
  const service = readText(reference, 'service');
  if (service !== null) {
    const found = model.shapes.get(resolveId(model, service, subject.id));
    if (found !== undefined && found.type !== 'service')
      yield report(
        'error',
        'ReferencesTrait',
        subject,
        `\`${service}\` is a ${found.type}, expected a service`,
        reference,
      );
  }
  if (written === null) return;
  const resource = model.shapes.get(resolveId(model, written, subject.id));
  if (resource === undefined) return;
  if (resource.type !== 'resource') {
    yield report(
      'error',
      'ReferencesTrait',
      subject,
      `\`${written}\` is a ${resource.type}, expected a resource`,
      reference,
    );
    return;
  }
  const ids = readEntry(reference, 'ids');
  if (ids?.kind === 'object') yield* checkExplicit(subject, reference, resource, ids);
  else if (readText(reference, 'rel') !== 'collection') yield* checkImplicit(subject, reference, resource);
}

function* checkExplicit(
  subject: Subject,
  reference: Node,
  resource: ResourceShape,
  ids: Extract<Node, { kind: 'object' }>,
): Generator<ModelEvent> {
  const isCollection = readText(reference, 'rel') === 'collection';
  if (ids.entries.length !== resource.identifiers.size && !isCollection) {
    const message = `found ${ids.entries.length} \`ids\`, expected one for each of ${listNames(resource.identifiers.keys())}`;
    yield report('error', 'ReferencesTrait', subject, message, reference);
  }
  const problems: string[] = [];
  for (const { key, value } of ids.entries) {
    if (!resource.identifiers.has(key)) problems.push(`\`${key}\` is no identifier of \`${resource.id}\``);
    if (isMember(subject) || subject.type !== 'structure' || value.kind !== 'string') continue;
    const member = subject.members.get(value.value);
    if (member === undefined) problems.push(`\`${value.value}\` is no member of \`${subject.id}\``);
    else if (!isCollection && !member.traits.has('smithy.api#required'))
      problems.push(`\`${value.value}\` is not required`);
  }
  if (problems.length > 0) yield report('error', 'ReferencesTrait', subject, problems.join(', '), reference);
}

function* checkImplicit(subject: Subject, reference: Node, resource: ResourceShape): Generator<ModelEvent> {
  if (isMember(subject)) return;
  if (subject.type !== 'structure') {
    if (resource.identifiers.size > 1)
      yield report(
        'error',
        'ReferencesTrait',
        subject,
        `one string cannot hold the ${resource.identifiers.size} identifiers of \`${resource.id}\``,
        reference,
      );
    return;
  }
  const missing = [...resource.identifiers.keys()].filter((name) => !subject.members.has(name));
  if (missing.length > 0)
    yield report(
      'error',
      'ReferencesTrait',
      subject,
      `\`${subject.id}\` has no members ${listNames(missing)} for \`${resource.id}\``,
      reference,
    );
}

/** Members that bear the name and target of a resource's only identifier, where nothing says what they are. */
function* findUnmarked(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const byName = new Map<string, ResourceShape[]>();
  for (const shape of model.shapes.values()) {
    if (shape.type !== 'resource' || shape.identifiers.size !== 1) continue;
    for (const name of shape.identifiers.keys()) byName.set(name, [...(byName.get(name) ?? []), shape]);
  }
  if (byName.size === 0) return;
  const exempt = findExempt(model);
  for (const shape of context.shapesOfType('structure')) {
    if (exempt.has(shape.id)) continue;
    for (const member of shape.members.values()) {
      const resources = (byName.get(member.name) ?? []).filter(
        (resource) => resource.identifiers.get(member.name) === member.target && !isReferenced(model, shape, resource),
      );
      if (resources.length === 0) continue;
      const message = `\`${member.id}\` looks like the identifier of ${listNames(resources.map(({ id }) => id))}, but no \`@references\` says so`;
      yield report('warning', 'MemberShouldReferenceResource', member, message);
    }
  }
}

function isReferenced(model: Model, shape: AggregateShape, resource: ResourceShape): boolean {
  return [shape, ...[...shape.members.values()].flatMap(({ target }) => model.shapes.get(target) ?? [])].some(
    (bearer: Shape) => {
      const list = bearer.traits.get(trait)?.value;
      return (
        list?.kind === 'array' &&
        list.elements.some((one) => resolveId(model, readText(one, 'resource') ?? '', bearer.id) === resource.id)
      );
    },
  );
}

/** Inputs, outputs and errors of a resource's own operations bind its identifiers already. */
function findExempt(model: Model): Set<ShapeId> {
  const exempt = new Set<ShapeId>();
  for (const shape of model.shapes.values()) {
    if (shape.type !== 'resource') continue;
    for (const id of [...Object.values(shape.lifecycle), ...shape.operations, ...shape.collectionOperations]) {
      const operation = model.shapes.get(id);
      if (operation?.type === 'operation') for (const one of [operation.input, operation.output]) exempt.add(one);
    }
  }
  return exempt;
}
