import type { ModelEvent } from '@shapegate/validator/leaves';
import { namespaceOf } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import { findMisfits } from '../node-fit.ts';
import type { CheckContext } from '../validator.ts';

/** The value of every trait fits the shape that defines the trait. */
export function* checkTraitValues(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  for (const subject of context.subjects())
    for (const { id, value, place } of subject.traits.values()) {
      if (!model.shapes.has(id)) continue;
      for (const misfit of findMisfits(context, value, id)) {
        // Of the prelude's own traits a value of the wrong form cannot be read at all, which Smithy calls another event.
        const unreadable = namespaceOf(id) === 'smithy.api' && (misfit.kind === 'type' || misfit.kind === 'required');
        const name = unreadable ? 'Model' : misfit.suffix === '' ? 'TraitValue' : `TraitValue.${misfit.suffix}`;
        const severity = misfit.kind === 'unknown member' ? 'warning' : 'error';
        const where = misfit.path.length === 0 ? '' : ` at \`${misfit.path.join('.')}\``;
        const message = `value of trait \`${id}\`${where}: ${misfit.message}`;
        const at = misfit.path.length === 0 ? place : misfit.node;
        yield makeEvent(severity, name, at, { message, shape: subject.id });
      }
    }
}
