import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Model, ResourceShape, ShapeId } from '../../model/model.ts';
import { findStructure, readBinding } from '../http-bindings.ts';
import { readText } from '../node-entry.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** Where a resource has properties, the inputs and outputs of its lifecycle hold properties and identifiers and nothing else. */
export function* checkResourceProperties(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const resource of context.shapesOfType('resource')) {
    if (resource.properties.size === 0) continue;
    for (const lifecycle of ['put', 'create', 'read', 'update', 'delete'] as const) {
      const operation = model.shapes.get(resource.lifecycle[lifecycle] ?? '');
      if (operation?.type !== 'operation') continue;
      for (const [id, isOutput] of [
        [operation.input, false],
        [operation.output, true],
      ] as const)
        yield* checkSide(model, resource, id, isOutput, lifecycle);
    }
    for (const [name, target] of resource.properties) {
      const found = model.shapes.get(target);
      if (found?.type === 'service' || found?.type === 'resource' || found?.type === 'operation')
        yield report(
          'error',
          'ResourceProperty',
          resource,
          `property \`${name}\` of \`${resource.id}\` is \`${target}\`, a ${found.type}`,
        );
    }
  }
}

function* checkSide(
  model: Model,
  resource: ResourceShape,
  id: ShapeId,
  isOutput: boolean,
  lifecycle: string,
): Generator<ModelEvent> {
  const top = findStructure(model, id);
  if (top === null) return;
  const nested = [...top.members.values()].find(({ traits }) => traits.has('smithy.api#nestedProperties'));
  const holder = nested === undefined ? top : findStructure(model, nested.target);
  if (nested !== undefined)
    for (const member of top.members.values())
      if (member !== nested && !isExempt(model, resource, member)) yield refuse(member, resource);
  if (holder === null) return;
  const named = new Map<string, Member[]>();
  for (const member of holder.members.values()) {
    const explicit = readProperty(member);
    const name = explicit ?? member.name;
    const target = resource.properties.get(name);
    if (target === undefined) {
      if (!isExempt(model, resource, member)) yield refuse(member, resource);
      continue;
    }
    named.set(name, [...(named.get(name) ?? []), member]);
    if (target !== member.target) {
      const message = `\`${member.id}\` is a \`${member.target}\` in \`${lifecycle}\`, but property \`${name}\` of \`${resource.id}\` is a \`${target}\``;
      yield report('error', 'ResourceOperationInputOutput', member, message);
    }
  }
  for (const [name, members] of named)
    if (members.length > 1)
      yield report(
        'error',
        'ResourceOperationInputOutput',
        holder,
        `${isOutput ? 'output' : 'input'} members ${listNames(members.map((one) => one.name))} are all property \`${name}\``,
      );
}

function refuse(member: Member, { id }: ResourceShape): ModelEvent {
  const message = `\`${member.id}\` is neither a property nor an identifier of \`${id}\``;
  return report('error', 'ResourceOperationInputOutput', member, message);
}

function readProperty(member: Member): string | null {
  const value = member.traits.get('smithy.api#property')?.value;
  return value === undefined ? null : readText(value, 'name');
}

/** What is an identifier, or is marked as no property, by itself or by what a trait on it says. */
function isExempt(model: Model, resource: ResourceShape, member: Member): boolean {
  if (readBinding(member, 'resourceIdentifier') !== null) return true;
  if (resource.identifiers.get(member.name) === member.target && member.traits.has('smithy.api#required')) return true;
  return [...member.traits.keys()].some(
    (id) => id === 'smithy.api#notProperty' || model.shapes.get(id)?.traits.has('smithy.api#notProperty'),
  );
}
