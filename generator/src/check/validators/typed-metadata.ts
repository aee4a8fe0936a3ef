import type { ModelEvent } from '@shapegate/validator/leaves';
import { addTo } from '../../model/add-to.ts';
import type { Shape } from '../../model/model.ts';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { makeEvent, report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import { listNames } from '../list-names.ts';
import { findMisfits } from '../node-fit.ts';
import type { CheckContext } from '../validator.ts';

const trait = 'smithy.api#metadata';

/** Metadata whose key has a shape, by `@metadata` on it, fits that shape; a key has one shape. */
export function* checkTypedMetadata(context: CheckContext): Generator<ModelEvent> {
  const { model } = context;
  const types = new Map<string, Shape[]>();
  for (const shape of model.shapes.values()) {
    const settings = shape.traits.get(trait)?.value;
    const key = settings === undefined ? null : readText(settings, 'key');
    if (key !== null) addTo(types, key, shape);
  }
  for (const [key, shapes] of types) {
    if (shapes.length > 1)
      for (const shape of shapes) {
        const others = listNames(shapes.filter((other) => other !== shape).map(({ id }) => id));
        yield report(
          'error',
          'MetadataTrait',
          shape,
          `metadata \`${key}\` has another shape already: ${others}`,
          placeOfTrait(shape, trait),
        );
      }
    const value = model.metadata.get(key);
    const [shape] = shapes;
    if (value === undefined || shape === undefined || shapes.length > 1) continue;
    for (const misfit of findMisfits(context, value, shape.id)) {
      const severity = misfit.kind === 'unknown member' ? 'warning' : 'error';
      const message = `metadata \`${[key, ...misfit.path].join('.')}\`: ${misfit.message}`;
      yield makeEvent(severity, `TypedMetadata.${key}`, misfit.node, { message });
    }
  }
}
