import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Subject } from '../../model/selector/subject.ts';
import { namespaceOf } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that exclude one another do not stand on one shape. */
export function* checkTraitConflicts(context: CheckContext): Generator<ModelEvent> {
  const { shapes } = context.model;
  const found = new Map<Subject, string[]>();
  for (const id of context.usedTraits()) {
    const settings = shapes.get(id)?.traits.get('smithy.api#trait')?.value;
    const conflicts = settings === undefined ? undefined : readEntry(settings, 'conflicts');
    // Quoted names without a namespace are names of the prelude, or of the trait's own file.
    for (const other of readTexts(conflicts).map((name) => resolveName(shapes, name, namespaceOf(id))))
      for (const subject of context.bearers(id))
        if (subject.traits.has(other)) addTo(found, subject, `\`${id}\` excludes \`${other}\``);
  }
  for (const [subject, conflicts] of found)
    yield report(
      'error',
      'TraitConflict',
      subject,
      `traits of \`${subject.id}\` exclude one another: ${conflicts.join(', ')}`,
    );
}

function resolveName(shapes: CheckContext['model']['shapes'], name: string, namespace: string): string {
  if (name.includes('#')) return name;
  const own = `${namespace}#${name}`;
  return shapes.has(own) ? own : `smithy.api#${name}`;
}
