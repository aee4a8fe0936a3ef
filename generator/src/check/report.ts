import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import type { Subject } from '../model/selector/subject.ts';
import { makeEvent } from '../syntax/event.ts';
import type { Place } from '../syntax/place.ts';

/** An event about a shape or member; its place is the name unless a closer one is given. */
export function report(
  severity: EventSeverity,
  id: string,
  subject: Subject,
  message: string,
  place: Place = subject.place,
): ModelEvent {
  return makeEvent(severity, id, place, { message, shape: subject.id });
}

/** A message names so many at most: thousands of shapes in one quarrel would each name all the others. */
const mostNames = 20;

/** Names in backticks, with commas. */
export function listNames(names: Iterable<string>): string {
  const all = [...names];
  const told = all.slice(0, mostNames).map((name) => `\`${name}\``);
  return [...told, ...(all.length > mostNames ? [`${all.length - mostNames} more`] : [])].join(', ');
}

/** The place of a trait on a shape, or of the shape where it has none. */
export function placeOfTrait(subject: Subject, id: string): Place {
  return subject.traits.get(id)?.place ?? subject.place;
}
