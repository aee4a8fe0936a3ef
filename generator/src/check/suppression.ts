import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import type { Model } from '../model/model.ts';
import { findSubject } from '../model/selector/subject.ts';
import { namespaceOf } from '../model/shape-id.ts';
import { makeEvent } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readText, readTexts } from '../syntax/node-entry.ts';

/**
 * Applies what the model says about its own events: metadata `severityOverrides` raises, metadata `suppressions` and
 * the trait `@suppress` silence. An error can be neither silenced nor changed.
 */
export function silenceEvents(model: Model, events: readonly ModelEvent[]): ModelEvent[] {
  const problems: ModelEvent[] = [];
  const overrides = readRules(model, 'severityOverrides', problems);
  const suppressions = readRules(model, 'suppressions', problems);
  const silenced = events.map((event) => {
    if (event.severity === 'error') return event;
    if (suppressions.some((rule) => covers(rule, event)) || isSuppressedByTrait(model, event))
      return { ...event, severity: 'suppressed' as const };
    const severity = overrides.find((rule) => covers(rule, event))?.severity;
    return severity === undefined || isGraver(event.severity, severity) ? event : { ...event, severity };
  });
  return [...silenced, ...problems];
}

interface EventRule {
  readonly id: string;
  readonly namespace: string;
  readonly severity: EventSeverity | undefined;
}

function readRules(model: Model, key: 'severityOverrides' | 'suppressions', problems: ModelEvent[]): EventRule[] {
  const list = model.metadata.get(key);
  if (list === undefined) return [];
  const report = (node: Node, message: string): void => {
    problems.push(makeEvent('error', 'Model', node, { message }));
  };
  if (list.kind !== 'array') {
    report(list, `metadata \`${key}\` is no list`);
    return [];
  }
  return list.elements.flatMap((node): EventRule[] => {
    const id = readText(node, 'id');
    const namespace = readText(node, 'namespace');
    const severity = readText(node, 'severity');
    if (id === null || namespace === null) {
      report(node, `an entry of \`${key}\` needs \`id\` and \`namespace\``);
      return [];
    }
    if (key === 'suppressions') return [{ id, namespace, severity: undefined }];
    if (severity === 'WARNING') return [{ id, namespace, severity: 'warning' }];
    if (severity === 'DANGER') return [{ id, namespace, severity: 'danger' }];
    report(node, `an entry of \`${key}\` needs \`severity\`, WARNING or DANGER`);
    return [];
  });
}

function covers({ id, namespace }: EventRule, event: ModelEvent): boolean {
  if (!isWithin(event.rule, id)) return false;
  return namespace === '*' || (event.shape !== null && namespaceOf(event.shape) === namespace);
}

/** `A` covers `A.B`: ids of events are hierarchies. */
function isWithin(rule: string, id: string): boolean {
  return rule === id || rule.startsWith(`${id}.`);
}

/** `@suppress` speaks of the very shape that bears it: one on a structure says nothing of the members. */
function isSuppressedByTrait(model: Model, { shape, rule }: ModelEvent): boolean {
  const subject = shape === null ? undefined : findSubject(model, shape);
  return readTexts(subject?.traits.get('smithy.api#suppress')?.value).some((id) => isWithin(rule, id));
}

const order: readonly EventSeverity[] = ['suppressed', 'note', 'warning', 'danger', 'error'];

function isGraver(a: EventSeverity, b: EventSeverity): boolean {
  return order.indexOf(a) > order.indexOf(b);
}
