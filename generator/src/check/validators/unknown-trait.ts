import { findNearNames, type ModelEvent } from '@shapegate/validator/leaves';
import type { ShapeId } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { namespaceOf, shapeName } from '../../model/shape-id.ts';
import { makeEvent } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/**
 * Every trait is defined: a misspelt one would silently mean nothing. A JSON AST is often published without the
 * definitions that it uses, so there a trait of a namespace that is nowhere defined is a warning only.
 */
export function* checkKnownTraits(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const namespaces = new Set([...model.shapes.keys()].map(namespaceOf));
  for (const id of context.usedTraits()) {
    if (model.shapes.get(id)?.traits.has('smithy.api#trait')) continue;
    const isKnown = namespaces.has(namespaceOf(id));
    const isShape = model.shapes.has(id);
    if (!isShape && model.lost.has(id)) continue;
    const message = isShape ? `shape \`${id}\` is no trait` : `unknown trait \`${id}\``;
    const near = isKnown ? findNearNames(shapeName(id), listTraitNames(model.shapes, namespaceOf(id))) : [];
    const help = near.length === 0 ? 'define it, or load the file that does' : `did you mean \`${near[0]}\`?`;
    for (const subject of context.bearers(id)) {
      const place = placeOfTrait(subject, id);
      const severity = !isKnown && place.file.endsWith('.json') ? 'warning' : 'error';
      yield makeEvent(severity, isShape ? 'Model' : 'Model.UnresolvedTrait', place, {
        message,
        help,
        shape: subject.id,
      });
    }
  }
}

function* listTraitNames(shapes: CheckContext['model']['shapes'], namespace: string): Generator<string> {
  for (const [id, shape] of shapes)
    if (isTraitOf(id, namespace) && shape.traits.has('smithy.api#trait')) yield shapeName(id);
}

function isTraitOf(id: ShapeId, namespace: string): boolean {
  const own = namespaceOf(id);
  return own === namespace || own === 'smithy.api';
}
