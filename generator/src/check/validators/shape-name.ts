import type { ModelEvent } from '@shapegate/validator/leaves';
import { isMember, type Subject } from '../../model/selector/subject.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** No two ids differ in case alone: many languages could not tell them apart. */
export function* checkShapeNames(context: CheckContext): Generator<ModelEvent> {
  const folded = new Map<string, Subject[]>();
  for (const subject of context.subjects()) {
    const key = subject.id.toLowerCase();
    const known = folded.get(key);
    if (known === undefined) folded.set(key, [subject]);
    else known.push(subject);
  }
  for (const subjects of folded.values()) {
    if (subjects.length < 2) continue;
    for (const subject of subjects) {
      // Where two shapes conflict their members do as well, which needs no saying.
      if (isMember(subject) && !subjects.some((other) => other !== subject && sameContainer(subject, other))) continue;
      const others = subjects.filter((other) => other !== subject).map(({ id }) => id);
      yield report(
        'error',
        'ShapeIdConflict',
        subject,
        `\`${subject.id}\` differs from ${listNames(others)} in case alone`,
      );
    }
  }
}

function sameContainer(a: Subject, b: Subject): boolean {
  return a.id.slice(0, a.id.indexOf('$')) === b.id.slice(0, b.id.indexOf('$'));
}
