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

/** Names in backticks, with commas. */
export function listNames(names: Iterable<string>): string {
  return [...names].map((name) => `\`${name}\``).join(', ');
}

/** The place of a trait on a shape, or of the shape where it has none. */
export function placeOfTrait(subject: Subject, id: string): Place {
  return subject.traits.get(id)?.place ?? subject.place;
}
