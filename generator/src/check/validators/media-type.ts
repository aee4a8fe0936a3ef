import type { ModelEvent } from '@shapegate/validator/leaves';
import { report } from '../../syntax/event.ts';
import type { CheckContext } from '../validator.ts';

const token = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const mediaType = new RegExp(`^${token}/${token}(?:;[ \\t]*${token}=(?:${token}|"(?:[^"\\\\]|\\\\.)*"))*$`);

/** The value of `@mediaType` is a media type of RFC 9110. */
export function* checkMediaTypes(context: CheckContext): Generator<ModelEvent> {
  for (const subject of context.bearers('smithy.api#mediaType')) {
    const value = subject.traits.get('smithy.api#mediaType')?.value;
    if (value?.kind === 'string' && !mediaType.test(value.value))
      yield report('error', 'MediaType', subject, `\`${value.value}\` is no media type`, value);
  }
}
