import type { ModelEvent } from '@shapegate/validator/leaves';
import { neighbourIds } from '../model/closure.ts';
import type { ShapeId } from '../model/model.ts';
import { isMember } from '../model/selector/subject.ts';
import { report } from '../syntax/event.ts';
import type { LinterEntry } from './linter-entry.ts';
import type { SettingReader } from './setting-reader.ts';
import type { CheckContext } from './validator.ts';

/** `UnreferencedShape`: an event for each shape that nothing leads to from a service, or from what else is named a root. */
export function* findUnreferenced(
  context: CheckContext,
  entry: LinterEntry,
  settings: SettingReader,
): Generator<ModelEvent> {
  const text = settings.readSelector('rootShapeSelector') ?? 'service';
  const roots = settings.faults.length > 0 ? null : context.select(text);
  if (roots === null) return;
  const reached = new Set<ShapeId>();
  const open: ShapeId[] = [...roots].map((root) => root.id);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    const shape = context.model.shapes.get(next);
    if (shape === undefined) continue;
    open.push(...neighbourIds(shape), ...shape.mixins, ...shape.traits.keys());
    if ('members' in shape) for (const member of shape.members.values()) open.push(...member.traits.keys());
  }
  for (const shape of context.shapes()) {
    if (reached.has(shape.id) || isMember(shape) || shape.traits.has('smithy.api#trait')) continue;
    const message = entry.word(`nothing that \`${text}\` matches refers to \`${shape.id}\``);
    yield report(entry.severity ?? 'note', entry.id, shape, message);
  }
}
