import type { ModelEvent } from '@shapegate/validator/leaves';
import { placeOfTrait } from '../../model/selector/subject.ts';
import { namespaceOf } from '../../model/shape-id.ts';
import { report } from '../../syntax/event.ts';
import { readText } from '../../syntax/node-entry.ts';
import type { CheckContext } from '../validator.ts';

/** Traits that are deprecated, may still change or belong to another namespace are used knowingly. */
export function* checkTraitMaturity(context: CheckContext): Generator<ModelEvent> {
  for (const id of context.usedTraits()) {
    const definition = context.model.shapes.get(id)?.traits;
    const deprecated = definition?.get('smithy.api#deprecated')?.value;
    // What replaces the prelude's own deprecated traits is said where they are read.
    const isDeprecated = deprecated !== undefined && namespaceOf(id) !== 'smithy.api';
    const why = deprecated === undefined ? null : readText(deprecated, 'message');
    const isUnstable = definition?.has('smithy.api#unstable') ?? false;
    const isPrivate = definition?.has('smithy.api#private') ?? false;
    if (!isDeprecated && !isUnstable && !isPrivate) continue;
    for (const subject of context.bearers(id)) {
      const place = placeOfTrait(subject, id);
      if (isDeprecated)
        yield report(
          'warning',
          'DeprecatedTrait',
          subject,
          `trait \`${id}\` is deprecated${why === null ? '' : `: ${why}`}`,
          place,
        );
      if (isPrivate && namespaceOf(subject.id) !== namespaceOf(id))
        yield report('warning', 'PrivateAccess', subject, `trait \`${id}\` is private to its namespace`, place);
      if (isUnstable)
        yield report('warning', `UnstableTrait.${id}`, subject, `trait \`${id}\` may still change`, place);
    }
  }
}
