import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { containerId } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { listNames } from '../list-names.ts';
import type { CheckContext } from '../validator.ts';

/** No two ids differ in case alone: many languages could not tell them apart. */
export function* checkShapeNames(context: CheckContext): Generator<ModelEvent> {
  // Lists are made for those alone that are not alone.
  const first = new Map<string, Subject>();
  const folded = new Map<string, Subject[]>();
  for (const subject of context.subjects()) {
    const key = subject.id.toLowerCase();
    const known = first.get(key);
    const group = folded.get(key);
    if (known === undefined) first.set(key, subject);
    else if (group === undefined) folded.set(key, [known, subject]);
    else group.push(subject);
  }
  for (const subjects of folded.values()) {
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

function sameContainer(a: Subject, b: Subject): boolean {
  return containerId(a.id) === containerId(b.id);
}
