import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import { resourceOperations } from '../../model/closure.ts';
import type { AggregateShape, Model, OperationShape, ResourceShape, ShapeId } from '../../model/model.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { findStructure, membersWith, readBinding } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** Operations of a resource take its identifiers: all of them for one instance, not all of them for the collection. */
export function* checkResourceBindings(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const resource of context.shapesOfType('resource')) {
    const { create, list, ...instance } = resource.lifecycle;
    const instances = [...Object.values(instance), ...resource.operations];
    const collection = [create, list, ...resource.collectionOperations];
    for (const [ids, kind] of [
      [instances, 'instance'],
      [collection, 'collection'],
    ] as const)
      for (const id of ids) {
        const operation = id === undefined ? undefined : model.shapes.get(id);
        if (operation?.type !== 'operation') continue;
        yield* checkOperation(model, resource, operation, kind);
      }
    yield* checkNames(resource);
    yield* checkChildren(model, resource);
  }
  const explicit = new Set(context.bearers('smithy.api#resourceIdentifier').map(({ id }) => containerId(id)));
  for (const id of explicit) yield* checkExplicit(model, id);
}

/** A name means an identifier or a property, its case aside. */
function* checkNames(resource: ResourceShape): Generator<ModelEvent> {
  const properties = new Set([...resource.properties.keys()].map((name) => name.toLowerCase()));
  for (const name of resource.identifiers.keys())
    if (properties.has(name.toLowerCase()))
      yield report(
        'error',
        'ResourceIdentifier',
        resource,
        `\`${name}\` of \`${resource.id}\` is an identifier and a property`,
      );
}

/** The identifiers that no required member of an input binds, by trait, or by its name where it has the target. */
function listMissing({ identifiers }: ResourceShape, input: AggregateShape | null): string[] {
  const members = [...(input?.members.values() ?? [])].filter(({ traits }) => traits.has('smithy.api#required'));
  const isBound = (name: string, target: ShapeId): boolean =>
    members.some((member) => {
      const explicit = readBinding(member, 'resourceIdentifier');
      return explicit === null ? member.name === name && member.target === target : explicit === name;
    });
  return [...identifiers].filter(([name, target]) => !isBound(name, target)).map(([name]) => name);
}

function* checkOperation(
  model: Model,
  resource: ResourceShape,
  operation: OperationShape,
  kind: 'instance' | 'collection',
): Generator<ModelEvent> {
  const missing = listMissing(resource, findStructure(model, operation.input));
  const refuse = (message: string): ModelEvent => report('error', 'ResourceIdentifierBinding', operation, message);
  if (kind === 'instance' && missing.length > 0)
    yield refuse(
      `\`${operation.id}\` is for one \`${resource.id}\`, but its input lacks required members for ${listNames(missing)}`,
    );
  if (kind === 'collection' && missing.length === 0 && resource.identifiers.size > 0)
    yield refuse(
      `\`${operation.id}\` is for the collection of \`${resource.id}\`, but its input takes all its identifiers`,
    );
}

function* checkChildren(model: Model, parent: ResourceShape): Generator<ModelEvent> {
  for (const id of parent.resources) {
    const child = model.shapes.get(id);
    if (child?.type !== 'resource') continue;
    const names = [...parent.identifiers.keys()];
    const lacking = names.filter((name) => !child.identifiers.has(name));
    if (lacking.length > 0)
      yield report(
        'error',
        'ResourceIdentifier',
        child,
        `\`${id}\` lacks the identifiers ${listNames(lacking)} of its parent \`${parent.id}\``,
      );
    const other = names.filter(
      (name) => child.identifiers.has(name) && child.identifiers.get(name) !== parent.identifiers.get(name),
    );
    if (other.length > 0)
      yield report(
        'error',
        'ResourceIdentifier',
        child,
        `identifiers ${listNames(other)} of \`${id}\` have other targets than in its parent \`${parent.id}\``,
      );
    for (const operationId of new Set(resourceOperations(child))) {
      const operation = model.shapes.get(operationId);
      if (operation?.type !== 'operation') continue;
      const missing = listMissing(parent, findStructure(model, operation.input));
      if (missing.length > 0)
        yield report(
          'error',
          'ResourceIdentifierBinding',
          operation,
          `\`${operation.id}\` lacks ${listNames(missing)} of the parent \`${parent.id}\``,
        );
    }
  }
}

/** No two members are one identifier, whether a trait says so or the name. */
function* checkExplicit(model: Model, id: ShapeId): Generator<ModelEvent> {
  const input = findStructure(model, id);
  if (input === null) return;
  const explicit = new Map<string, string[]>();
  for (const member of membersWith(input, 'resourceIdentifier')) {
    const name = readBinding(member, 'resourceIdentifier') ?? '';
    addTo(explicit, name, member.name);
  }
  for (const [name, members] of explicit) {
    if (members.length > 1)
      yield report(
        'error',
        'ResourceIdentifierBinding',
        input,
        `identifier \`${name}\` is bound to ${listNames(members)}`,
      );
    const implicit = input.members.get(name);
    if (implicit !== undefined && !implicit.traits.has('smithy.api#resourceIdentifier'))
      yield report(
        'warning',
        'ResourceIdentifierBinding',
        input,
        `member \`${name}\` would be the identifier, but ${listNames(members)} says it is`,
      );
  }
}
