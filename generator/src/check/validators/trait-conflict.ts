import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Subject } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readTexts } from '../../syntax/node-entry.ts';
import { resolveId } from '../resolve-id.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that exclude one another do not stand on one shape. */
export function* checkTraitConflicts(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const found = new Map<Subject, string[]>();
  for (const id of context.usedTraits()) {
    const settings = model.shapes.get(id)?.traits.get('smithy.api#trait')?.value;
    const conflicts = settings === undefined ? undefined : readEntry(settings, 'conflicts');
    for (const other of readTexts(conflicts).map((name) => resolveId(model, name, id)))
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
