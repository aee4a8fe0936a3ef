import type { ModelEvent } from '@shapegate/validator/leaves';
import { namespaceOf } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that exclude one another do not stand on one shape. */
export function* checkTraitConflicts(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const excluded = new Map<string, string[]>();
  for (const [id, shape] of model.shapes) {
    const settings = shape.traits.get('smithy.api#trait')?.value;
    const conflicts = settings === undefined ? undefined : readEntry(settings, 'conflicts');
    // Quoted names without a namespace are names of the prelude, or of the trait's own file.
    const ids = readTexts(conflicts).map((name) => resolveName(model.shapes, name, namespaceOf(id)));
    if (ids.length > 0) excluded.set(id, ids);
  }
  for (const subject of context.subjects()) {
    const found: string[] = [];
    for (const id of subject.traits.keys())
      for (const other of excluded.get(id) ?? [])
        if (subject.traits.has(other)) found.push(`\`${id}\` excludes \`${other}\``);
    if (found.length > 0)
      yield makeEvent('error', 'TraitConflict', subject.place, {
        message: `traits of \`${subject.id}\` exclude one another: ${found.join(', ')}`,
        shape: subject.id,
      });
  }
}

function resolveName(shapes: CheckContext['model']['shapes'], name: string, namespace: string): string {
  if (name.includes('#')) return name;
  const own = `${namespace}#${name}`;
  return shapes.has(own) ? own : `smithy.api#${name}`;
}
