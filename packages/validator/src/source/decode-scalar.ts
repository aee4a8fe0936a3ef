import { getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { decodeBlock } from './decode-block.ts';
import { decodeFlow } from './decode-flow.ts';

/** From this length on the parser's own decoding is slow: it keeps millions of pieces until the text is read. */
const longLength = 16_384;

/** The text that a scalar stands for; its escapes must not go beyond U+10FFFF. */
export function decodeScalar(text: string, event: ScalarEvent): string {
  return event.fast || event.valueEnd - event.valueStart < longLength
    ? getScalarValue(text, event)
    : decodeLongScalar(text, event);
}

/** The same for a scalar that is not empty, whatever its length. */
export function decodeLongScalar(text: string, event: ScalarEvent): string {
  const { valueStart: start, valueEnd: end } = event;
  switch (event.style) {
    case SCALAR_STYLE.PLAIN:
      return decodeFlow(text, start, end, 'plain');
    case SCALAR_STYLE.SINGLE_QUOTED:
      return decodeFlow(text, start, end, 'single');
    case SCALAR_STYLE.DOUBLE_QUOTED:
      return decodeFlow(text, start, end, 'double');
    default:
      return decodeBlock(text, event);
  }
}
