import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import { resourceOperations } from '../../model/closure.ts';
import type { Member, ResourceShape, ShapeId } from '../../model/model.ts';
import { isMember, placeOfTrait } from '../../model/selector/subject.ts';
import { makeEvent } from '../../syntax/event.ts';
import { readBinding } from '../http-bindings.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#resourceIdentifier';

/**
 * `@resourceIdentifier` names an identifier of the resource whose operation has the structure as input or output, as the
 * specification of the trait says; of other structures it says nothing that can be held against it.
 */
export function* checkIdentifierNames(context: CheckContext): Generator<ModelEvent> {
  const named = context.bearers(trait).filter(isMember);
  if (named.length === 0) return;
  const resources = listResources(context);
  for (const member of named) {
    const bound = resources.get(member.container) ?? [];
    const name = readBinding(member, 'resourceIdentifier');
    if (name === null || bound.length === 0 || bound.some(({ identifiers }) => identifiers.has(name))) continue;
    yield refuse(member, name, bound);
  }
}

function refuse(member: Member, name: string, bound: readonly ResourceShape[]): ModelEvent {
  const known = new Set(bound.flatMap(({ identifiers }) => [...identifiers.keys()]));
  const expected = known.size === 0 ? 'which has none' : `expected ${listNames(known)}`;
  const message = `found \`${name}\`, which is no identifier of ${listNames(bound.map(({ id }) => id))}, ${expected}`;
  const [near] = findNearNames(name, known);
  const help = near === undefined ? '' : `did you mean \`${near}\`?`;
  // Smithy has the rule and no event for it, so it does not make a model unfit.
  return makeEvent('danger', 'ResourceIdentifierBinding', placeOfTrait(member, trait), {
    message,
    help,
    shape: member.id,
  });
}

/** The resources that bind an operation, by its input and by its output. */
function listResources(context: CheckContext): ReadonlyMap<ShapeId, readonly ResourceShape[]> {
  const resources = new Map<ShapeId, ResourceShape[]>();
  for (const resource of context.shapesOfType('resource'))
    for (const id of new Set(resourceOperations(resource))) {
      const operation = context.model.shapes.get(id);
      if (operation?.type !== 'operation') continue;
      for (const side of new Set([operation.input, operation.output]))
        if (!resources.get(side)?.includes(resource)) addTo(resources, side, resource);
    }
  return resources;
}
