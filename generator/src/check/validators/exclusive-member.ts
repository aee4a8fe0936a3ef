import type { ModelEvent } from '@shapegate/validator/leaves';
import { readText } from '../node-entry.ts';
import { listNames, report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that only one member of a structure, or only one target of its members, may bear. */
export function* checkExclusiveMembers(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const exclusive = new Map<string, string>();
  for (const [id, shape] of model.shapes) {
    const settings = shape.traits.get('smithy.api#trait')?.value;
    const kind = settings === undefined ? null : readText(settings, 'structurallyExclusive');
    if (kind !== null) exclusive.set(id, kind);
  }
  for (const shape of context.shapesOfType('structure')) {
    const bearers = new Map<string, string[]>();
    for (const member of shape.members.values()) {
      const target = model.shapes.get(member.target);
      for (const [traits, kind] of [
        [member.traits, 'member'],
        [target?.traits, 'target'],
      ] as const)
        for (const id of traits?.keys() ?? []) {
          // A member that bears a trait of targets bears it for its target.
          if (exclusive.get(id) !== kind) continue;
          const known = bearers.get(id);
          if (known === undefined) bearers.set(id, [member.name]);
          else known.push(member.name);
        }
    }
    for (const [id, names] of bearers)
      if (names.length > 1)
        yield report(
          'error',
          'ExclusiveStructureMemberTrait',
          shape,
          `trait \`${id}\` is for one member, but holds for ${listNames(names)}`,
        );
  }
}
