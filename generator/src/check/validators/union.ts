import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** A union has a member. */
export function* checkUnions(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapes())
    if (shape.type === 'union' && shape.members.size === 0)
      yield report('error', 'Union', shape, `union \`${shape.id}\` has no member, expected at least one`);
}

/** Only where a member can stand for itself, in unions and enums, can it target the unit shape. */
export function* checkUnitTargets(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.shapes()) {
    if (shape.type === 'union' || shape.type === 'enum' || shape.type === 'intEnum' || !('members' in shape)) continue;
    for (const member of shape.members.values())
      if (isMember(member) && member.target === 'smithy.api#Unit')
        yield report(
          'error',
          'UnitType',
          member,
          `member \`${member.id}\` targets the unit shape, as members of unions alone can`,
        );
  }
}
