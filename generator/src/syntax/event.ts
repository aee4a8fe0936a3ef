import { type EventSeverity, eventSeverities, type ModelEvent } from '@shapegate/validator/leaves';
import type { Place } from './place.ts';

/** What a model event says beside its severity, id and place. */
export interface EventText {
  readonly message: string;
  readonly help?: string;
  /** Absolute shape id, a member's with `$`. */
  readonly shape?: string | null;
}

/** Makes a model event; `id` is Smithy's event id, such as `Target`. */
export function makeEvent(severity: EventSeverity, id: string, place: Place, text: EventText): ModelEvent {
  return {
    rule: id,
    severity,
    message: text.message,
    help: text.help ?? '',
    file: place.file,
    range: place.range,
    shape: text.shape ?? null,
  };
}

/** An event about a shape or member; its place is the name unless a closer one is given. */
export function report(
  severity: EventSeverity,
  id: string,
  subject: { readonly id: string; readonly place: Place },
  message: string,
  place: Place = subject.place,
): ModelEvent {
  return makeEvent(severity, id, place, { message, shape: subject.id });
}

/** Orders events by file and place, at one place the gravest first, then by id. */
export function compareEvents(a: ModelEvent, b: ModelEvent): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (
    a.range.start.line - b.range.start.line ||
    a.range.start.column - b.range.start.column ||
    eventSeverities.indexOf(a.severity) - eventSeverities.indexOf(b.severity) ||
    (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
  );
}
