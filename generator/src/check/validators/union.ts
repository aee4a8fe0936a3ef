import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** A union has a member. */
export function* checkUnions(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapesOfType('union'))
    if (shape.members.size === 0)
      yield report('error', 'Union', shape, `union \`${shape.id}\` has no member, expected at least one`);
}

/** Only where a member can stand for itself, in unions and enums, can it target the unit shape. */
export function* checkUnitTargets(context: CheckContext): Generator<ModelEvent> {
  for (const member of context.users().get('smithy.api#Unit') ?? [])
    if (context.model.shapes.get(member.container)?.type !== 'union')
      yield report(
        'error',
        'UnitType',
        member,
        `member \`${member.id}\` targets the unit shape, as members of unions alone can`,
      );
}
