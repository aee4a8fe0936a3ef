import type { ModelEvent } from '@shapegate/validator/leaves';
import type { Shape, ShapeId } from '../../model/model.ts';
import { namespaceOf } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { Node } from '../../syntax/node.ts';
import { makeFitCheck } from '../node-fit.ts';
import type { CheckContext } from '../validator.ts';

/** What says nothing of the values of the shape that bears it. */
const silentTraits: ReadonlySet<ShapeId> = new Set(['smithy.api#trait', 'smithy.api#documentation', 'smithy.api#tags']);

/** The value of every trait fits the shape that defines the trait. */
export function* checkTraitValues(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const findMisfits = makeFitCheck(context);
  for (const id of context.usedTraits()) {
    const shape = model.shapes.get(id);
    if (shape === undefined) continue;
    const isSimple = isWithoutConstraints(shape);
    for (const subject of context.bearers(id)) {
      const applied = subject.traits.get(id);
      if (applied === undefined || (isSimple && isOfKind(applied.value, shape.type))) continue;
      const { value, place } = applied;
      for (const misfit of findMisfits(value, id)) {
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
}

/** True for a shape that asks for no more than a kind of value. Nine in ten applied traits are of one, `@documentation` first. */
function isWithoutConstraints(shape: Shape): boolean {
  for (const id of shape.traits.keys()) if (!silentTraits.has(id)) return false;
  return (
    shape.type !== 'structure' || ![...shape.members.values()].some(({ traits }) => traits.has('smithy.api#required'))
  );
}

function isOfKind(value: Node, type: Shape['type']): boolean {
  switch (type) {
    case 'string':
      return value.kind === 'string';
    case 'structure':
      return value.kind === 'object' && value.entries.length === 0;
    default:
      return type === 'document';
  }
}
