import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import { isRegularExpression } from '../pattern/is-regular-expression.ts';
import type { CheckContext } from '../validator.ts';

/** A pattern is a regular expression, and a search: without anchors it says less than its author may think. */
export function* checkPatterns(context: CheckContext): Generator<ModelEvent> {
  const good = new Set<string>();
  for (const subject of context.bearers('smithy.api#pattern')) {
    const value = subject.traits.get('smithy.api#pattern')?.value;
    if (value?.kind !== 'string') continue;
    if (!good.has(value.value) && !isRegularExpression(value.value)) {
      // A trait whose value cannot be read is this event of Smithy's.
      yield report('error', 'Model', subject, `pattern of \`${subject.id}\` is no regular expression`, value);
      continue;
    }
    good.add(value.value);
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
