import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

/** A pattern is a search: without anchors it says less than its author may think. */
export function* checkPatternAnchors(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers('smithy.api#pattern')) {
    const value = subject.traits.get('smithy.api#pattern')?.value;
    if (value?.kind !== 'string') continue;
    // Anchors may stand inside the groups of an alternation.
    const missing: string[] = [];
    if (!/^(?:\((?:\?:)?)*\^/.test(value.value)) missing.push('`^` at its start');
    if (!/\$\)*$/.test(value.value)) missing.push('`$` at its end');
    if (missing.length > 0)
      yield report(
        'warning',
        'PatternTrait',
        subject,
        `pattern without ${missing.join(' and ')} matches a part of the text`,
        value,
      );
  }
}
