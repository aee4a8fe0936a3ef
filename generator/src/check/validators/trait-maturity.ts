import type { ModelEvent } from '@shapegate/validator/leaves';
import { readText } from '../node-entry.ts';
import { report } from '../report.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that are deprecated or may still change are used knowingly. */
export function* checkTraitMaturity(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.subjects())
    for (const { id, place } of subject.traits.values()) {
      const definition = context.model.shapes.get(id)?.traits;
      const deprecated = definition?.get('smithy.api#deprecated')?.value;
      // Which form replaces the prelude's own deprecated traits is said where they are read.
      if (deprecated !== undefined && !id.startsWith('smithy.api#')) {
        const why = readText(deprecated, 'message');
        yield report(
          'warning',
          'DeprecatedTrait',
          subject,
          `trait \`${id}\` is deprecated${why === null ? '' : `: ${why}`}`,
          place,
        );
      }
      if (definition?.has('smithy.api#unstable'))
        yield report('warning', `UnstableTrait.${id}`, subject, `trait \`${id}\` may still change`, place);
    }
}
