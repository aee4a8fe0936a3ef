import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Member, Model, OperationShape, ResourceShape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { shapeName } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { withArticle } from '../../syntax/with-article.ts';
import { findStructure, readBinding } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const propertyTrait = 'smithy.api#property';

/** Where a resource has properties, the inputs and outputs of its lifecycle hold properties and identifiers and nothing else. */
export function* checkResourceProperties(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const resource of context.shapesOfType('resource')) {
    if (resource.properties.size === 0) continue;
    const used = new Set<string>();
    for (const { name, operation } of listInstanceOperations(model, resource))
      for (const side of ['input', 'output'] as const) yield* checkSide(model, resource, operation, side, name, used);
    for (const name of listElementNames(model, resource)) used.add(name);
    for (const name of resource.properties.keys())
      if (!used.has(name))
        yield report(
          'error',
          'ResourceOperationInputOutput',
          resource,
          `no operation of \`${resource.id}\` takes or gives its property \`${name}\``,
        );
    for (const [name, target] of resource.properties) {
      const found = model.shapes.get(target);
      if (found?.type === 'service' || found?.type === 'resource' || found?.type === 'operation')
        yield report(
          'error',
          'ResourceProperty',
          resource,
          `property \`${name}\` of \`${resource.id}\` is \`${target}\`, ${withArticle(found.type)}`,
        );
    }
  }
}

/** The operations of one instance of the resource, with what to call them. */
function* listInstanceOperations(
  model: Model,
  { lifecycle, operations }: ResourceShape,
): Generator<{ readonly name: string; readonly operation: OperationShape }> {
  const { list: _list, ...instance } = lifecycle;
  for (const [name, id] of [...Object.entries(instance), ...operations.map((id) => [shapeName(id), id] as const)]) {
    const operation = model.shapes.get(id);
    if (operation?.type === 'operation') yield { name, operation };
  }
}

/** The names of what the elements of collections hold: a property that is only listed is used all the same. */
function* listElementNames(model: Model, resource: ResourceShape): Generator<string> {
  for (const id of [resource.lifecycle.list ?? '', ...resource.collectionOperations]) {
    const operation = model.shapes.get(id);
    if (operation?.type !== 'operation') continue;
    for (const { target } of findStructure(model, operation.output)?.members.values() ?? []) {
      const list = model.shapes.get(target);
      const element = list?.type === 'list' ? list.members.get('member')?.target : undefined;
      for (const member of findStructure(model, element ?? '')?.members.values() ?? [])
        yield readProperty(member) ?? member.name;
    }
  }
}

function* checkSide(
  model: Model,
  resource: ResourceShape,
  operation: OperationShape,
  side: 'input' | 'output',
  lifecycle: string,
  used: Set<string>,
): Generator<ModelEvent> {
  const top = findStructure(model, operation[side]);
  // Where one member holds the properties, the others beside it are none.
  const nested = [...(top?.members.values() ?? [])].find(({ traits }) => traits.has('smithy.api#nestedProperties'));
  const holder = nested === undefined ? top : (findStructure(model, nested.target) ?? top);
  if (holder === null) return;
  const named = new Map<string, Member[]>();
  for (const member of holder.members.values()) {
    const explicit = readProperty(member);
    if (explicit !== null && holder !== top) {
      const message = `\`@property\` means nothing on \`${member.id}\`, which \`${nested?.id}\` nests`;
      // Smithy has the rule and no event for it, so it does not make a model unfit.
      yield report('danger', 'ResourceOperationInputOutput', member, message, placeOfTrait(member, propertyTrait));
    }
    const name = explicit ?? member.name;
    const target = resource.properties.get(name);
    if (target === undefined) {
      if (!isExempt(model, resource, member)) yield refuse(member, resource);
      continue;
    }
    used.add(name);
    addTo(named, name, member);
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
        `${side} members ${listNames(members.map((one) => one.name))} are all property \`${name}\``,
      );
}

function refuse(member: Member, { id }: ResourceShape): ModelEvent {
  const message = `\`${member.id}\` is neither a property nor an identifier of \`${id}\``;
  return report('error', 'ResourceOperationInputOutput', member, message);
}

function readProperty(member: Member): string | null {
  const value = member.traits.get(propertyTrait)?.value;
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
