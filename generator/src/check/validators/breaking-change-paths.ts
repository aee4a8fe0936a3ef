import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Model, Shape } from '../../model/model.ts';
import { isMember } from '../../model/selector/subject.ts';
import { report } from '../../syntax/event.ts';
import { readEntry, readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** The paths of `breakingChanges` lead through the trait's own shape. */
export function* checkBreakingChangePaths(context: CheckContext): Generator<ModelEvent> {
  for (const shape of context.bearers('smithy.api#trait')) {
    if (isMember(shape)) continue;
    const settings = shape.traits.get('smithy.api#trait')?.value;
    const rules = settings === undefined ? undefined : readEntry(settings, 'breakingChanges');
    if (rules?.kind !== 'array') continue;
    for (const rule of rules.elements) {
      const path = readText(rule, 'path');
      if (path === null || path === '') continue;
      const wrong = findWrongStep(context.model, shape, path);
      if (wrong !== null)
        yield report('error', 'TraitBreakingChanges', shape, `path \`${path}\` leads nowhere: ${wrong}`, rule);
    }
  }
}

function findWrongStep(model: Model, start: Shape, path: string): string | null {
  if (!path.startsWith('/')) return 'it does not begin with `/`';
  let shape: Shape | undefined = start;
  for (const name of path.split('/').slice(1)) {
    if (shape === undefined || !('members' in shape)) return `there is no \`${name}\` in \`${shape?.id ?? ''}\``;
    const member = shape.members.get(name);
    if (member === undefined) return `\`${shape.id}\` has no member \`${name}\``;
    shape = model.shapes.get(member.target);
  }
  return null;
}
