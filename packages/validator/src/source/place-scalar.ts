import { SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { skipGap, trimEnd } from './gap.ts';

/** The text of a scalar with its quotes or its block header; `resume` is where the text after it begins. */
export interface ScalarPlace {
  readonly start: number;
  readonly end: number;
  readonly resume: number;
}

/** An empty value has no text: it stands behind its tag or anchor, or behind the `:` or `-` that announces it. */
function placeEmpty(text: string, event: ScalarEvent, cursor: number, mark: string): ScalarPlace {
  const properties = Math.max(event.tagEnd, event.anchorEnd);
  let place = cursor;
  if (properties !== -1) place = properties;
  else if (mark !== '') {
    const next = skipGap(text, cursor, '');
    if (text[next] === mark) place = next + 1;
  }
  return { start: place, end: place, resume: place };
}

/** A block scalar reaches from its `|` or `>` to the end of its last line that is not blank. */
function placeBlock(text: string, event: ScalarEvent, cursor: number): ScalarPlace {
  const start = skipGap(text, Math.max(cursor, event.tagEnd, event.anchorEnd), ':-?');
  let headerEnd = start + 1;
  while ('+-123456789'.includes(text[headerEnd] ?? ' ')) headerEnd++;
  const end = trimEnd(text, event.valueStart, event.valueEnd);
  return { start, end: end > event.valueStart ? end : headerEnd, resume: event.valueEnd };
}

/**
 * Finds what the parser leaves out of a scalar's offsets.
 * @param cursor the end of the token before it
 * @param mark the character behind which an empty value stands: `:`, `-` or none
 */
export function placeScalar(text: string, event: ScalarEvent, cursor: number, mark: string): ScalarPlace {
  if (event.valueStart === -1) return placeEmpty(text, event, cursor, mark);
  if (event.style === SCALAR_STYLE.PLAIN)
    return { start: event.valueStart, end: event.valueEnd, resume: event.valueEnd };
  if (event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED)
    return { start: event.valueStart - 1, end: event.valueEnd + 1, resume: event.valueEnd + 1 };
  return placeBlock(text, event, cursor);
}
