import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { AggregateShape, ShapeId } from '../../model/model.ts';
import { isMember } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that only one member of a structure, or only one target of its members, may bear. */
export function* checkExclusiveMembers(context: CheckContext): Generator<ModelEvent> {
  for (const id of context.usedTraits()) {
    const settings = context.model.shapes.get(id)?.traits.get('smithy.api#trait')?.value;
    const kind = settings === undefined ? null : readText(settings, 'structurallyExclusive');
    if (kind !== 'member' && kind !== 'target') continue;
    const bearers = kind === 'member' ? listMemberBearers(context, id) : listTargetBearers(context, id);
    for (const [shape, names] of bearers)
      if (names.length > 1)
        yield report(
          'error',
          'ExclusiveStructureMemberTrait',
          shape,
          `trait \`${id}\` is for one member, but holds for ${listNames(names)}`,
        );
  }
}

/** By structure, the names of the members that bear the trait. */
function listMemberBearers(context: CheckContext, id: ShapeId): ReadonlyMap<AggregateShape, string[]> {
  const bearers = new Map<AggregateShape, string[]>();
  for (const subject of context.bearers(id)) {
    if (!isMember(subject)) continue;
    const shape = context.model.shapes.get(containerId(subject.id));
    if (shape?.type === 'structure') addTo(bearers, shape, subject.name);
  }
  return bearers;
}

/** By structure, the names of the members that bear the trait for their target, or whose target bears it. */
function listTargetBearers(context: CheckContext, id: ShapeId): ReadonlyMap<AggregateShape, string[]> {
  const bearers = new Map<AggregateShape, string[]>();
  const targets = new Set(context.bearers(id).map((subject) => subject.id));
  for (const shape of context.shapesOfType('structure'))
    for (const { name, target } of shape.members.values()) if (targets.has(target)) addTo(bearers, shape, name);
  return bearers;
}
