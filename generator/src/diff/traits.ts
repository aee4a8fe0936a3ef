import type { EventSeverity, ModelEvent } from '@shapegate/validator/leaves';
import type { Member, Model, Shape, ShapeId } from '../model/model.ts';
import { isSameValue } from '../model/trait-merge.ts';
import { report } from '../syntax/event.ts';
import type { Node } from '../syntax/node.ts';
import { readEntry, readText } from '../syntax/node-entry.ts';
import { type BreakingChange, breakingChanges, type ChangeType } from './breaking-changes.ts';
import { type Change, type ModelPair, showValue } from './model-pair.ts';
import { isNowEnum } from './shapes.ts';
import { findChange, findTagged, isTagged, type OneChange } from './trait-tags.ts';

/** Traits whose changes other evaluators judge. */
const judgedElsewhere: ReadonlySet<ShapeId> = new Set(['smithy.api#box', 'smithy.api#required']);
const titles = { add: 'Add', remove: 'Remove', update: 'Update' } as const;

/** A trait that came, went or changed: as the trait's own rules say, and where it has none a note, or a warning where it went. */
export function* compareTraits(pair: ModelPair): Generator<ModelEvent> {
  for (const change of pair.subjects())
    for (const id of new Set([...change.before.traits.keys(), ...change.after.traits.keys()])) {
      if (id === 'smithy.api#enum' && isNowEnum(change)) continue;
      const before = change.before.traits.get(id);
      const after = change.after.traits.get(id);
      if (before !== undefined && after !== undefined && isSameValue(before.value, after.value)) continue;
      const rules = findRules(pair.after, id);
      for (const rule of rules) yield* applyRule(pair.after, change, id, rule, before?.value, after?.value);
      if (judgedElsewhere.has(id)) continue;
      const definition = pair.after.shapes.get(id);
      if (definition !== undefined && isTagged(definition)) {
        for (const found of findTagged(pair.after, definition, before?.value, after?.value))
          yield report(
            found.severity,
            `ModifiedTrait.${titles[found.kind]}.${id}`,
            change.after,
            describeChange(found.kind, id, found.path, found.before, found.after),
            found.after,
          );
        continue;
      }
      if (rules.length > 0) continue;
      const kind = findChange(before?.value, after?.value);
      if (kind === null) continue;
      const severity = kind !== 'remove' && definition !== undefined ? 'note' : 'warning';
      const message = describeChange(kind, id, '', before?.value, after?.value);
      yield report(severity, `ModifiedTrait.${titles[kind]}.${id}`, change.after, message, after?.place);
    }
}

function findRules(model: Model, id: ShapeId): readonly BreakingChange[] {
  const settings = model.shapes.get(id)?.traits.get('smithy.api#trait')?.value;
  const listed = settings === undefined ? undefined : readEntry(settings, 'breakingChanges');
  if (listed?.kind !== 'array') return breakingChanges.get(id) ?? [];
  return listed.elements.map((rule) => ({
    change: (readText(rule, 'change') ?? 'any') as ChangeType,
    severity: (readText(rule, 'severity') ?? 'ERROR').toLowerCase() as EventSeverity,
    path: (readText(rule, 'path') ?? '').split('/').filter((segment) => segment !== ''),
  }));
}

function* applyRule(
  model: Model,
  change: Change<Shape | Member>,
  id: ShapeId,
  rule: BreakingChange,
  before: Node | undefined,
  after: Node | undefined,
): Generator<ModelEvent> {
  // Into a value that is gone nothing leads: that it is gone is another rule's word.
  if (rule.path.length > 0 && after === undefined) return;
  const olds = new Map<string, Node>();
  const news = new Map<string, Node>();
  if (before !== undefined) collect(model, id, before, rule.path, '', olds);
  if (after !== undefined) collect(model, id, after, rule.path, '', news);
  for (const path of new Set([...olds.keys(), ...news.keys()])) {
    const [old, now] = [olds.get(path), news.get(path)];
    const kind = findChange(old, now);
    if (kind === null || !covers(rule.change, kind)) continue;
    const message = describeChange(kind, id, path, old, now);
    yield report(rule.severity, `TraitBreakingChange.${titles[kind]}.${id}`, change.after, message, now);
  }
}

/** The values that a path of member names leads to, by where they stand. */
function collect(
  model: Model,
  id: ShapeId,
  value: Node,
  path: readonly string[],
  at: string,
  found: Map<string, Node>,
): void {
  const [segment, ...rest] = path;
  if (segment === undefined) {
    found.set(at, value);
    return;
  }
  const shape = model.shapes.get(id);
  const member = shape !== undefined && 'members' in shape ? shape.members.get(segment) : undefined;
  if (member === undefined) return;
  if (value.kind === 'array')
    for (const [index, element] of value.elements.entries())
      collect(model, member.target, element, rest, `${at}/${index}`, found);
  else if (value.kind === 'object')
    for (const one of value.entries)
      if (shape?.type === 'map' || one.key === segment)
        collect(model, member.target, one.value, rest, `${at}/${one.key}`, found);
}

function covers(rule: ChangeType, kind: OneChange): boolean {
  return rule === 'any' || rule === kind || (rule === 'presence' && kind !== 'update');
}

function describeChange(
  kind: OneChange,
  id: ShapeId,
  path: string,
  before: Node | undefined,
  after: Node | undefined,
): string {
  const what = path === '' ? `trait \`${id}\`` : `\`${path}\` in trait \`${id}\``;
  if (kind === 'add') return `${what} was added${after === undefined ? '' : `: ${showValue(after)}`}`;
  if (kind === 'remove') return `${what} was removed${before === undefined ? '' : `, it was ${showValue(before)}`}`;
  return `${what} changed from ${before === undefined ? '' : showValue(before)} to ${after === undefined ? '' : showValue(after)}`;
}
