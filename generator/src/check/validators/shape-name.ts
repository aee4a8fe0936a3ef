import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Shape } from '../../model/model.ts';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { listNames } from '../list-names.ts';
import { findTwins } from '../twins.ts';
import type { CheckContext } from '../validator.ts';

/** No two ids differ in case alone: many languages could not tell them apart. */
export function* checkShapeNames(context: CheckContext): Generator<ModelEvent> {
  if (context.sharedNames().size === 0 && !context.shapes().some(hasMemberTwins)) return;
  for (const subjects of findTwins(context.subjects(), foldId).values()) {
    for (const subject of subjects) {
      // Where two shapes conflict their members do as well, which needs no saying.
      if (isMember(subject) && !subjects.some((other) => other !== subject && sameContainer(subject, other))) continue;
      const others = subjects.slice(0, 6).filter((other) => other !== subject);
      yield report(
        'error',
        'ShapeIdConflict',
        subject,
        `\`${subject.id}\` differs from ${listNames(others.map(({ id }) => id))} in case alone`,
      );
    }
  }
}

function foldId({ id }: Subject): string {
  return id.toLowerCase();
}

/** Names are shorter than ids, and most models end here. */
function hasMemberTwins(shape: Shape): boolean {
  if (!('members' in shape) || shape.members.size < 2) return false;
  const folded = new Set<string>();
  for (const name of shape.members.keys()) folded.add(name.toLowerCase());
  return folded.size < shape.members.size;
}

function sameContainer(a: Subject, b: Subject): boolean {
  return containerId(a.id) === containerId(b.id);
}
