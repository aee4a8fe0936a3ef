import { CHOMPING_MODE, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import { TextPieces } from './text-pieces.ts';

/** What stands between two lines with content: one line break, or for folded lines a space, with the empty lines between them. */
function writeBreaks(empty: number, folded: boolean): string {
  if (!folded) return '\n'.repeat(empty + 1);
  return empty === 0 ? ' ' : '\n'.repeat(empty);
}

/** Decodes a block scalar: its lines without the indentation, folded or not, and what it keeps of the line breaks at its end. */
export function decodeBlock(text: string, event: ScalarEvent): string {
  const { indent, chomping } = event;
  const isFolded = event.style === SCALAR_STYLE.FOLDED_BLOCK;
  const region = text.slice(event.valueStart, event.valueEnd).replace(/\r\n?/g, '\n');
  const pieces = new TextPieces();
  let hasContent = false;
  let wasIndented = false;
  let empty = 0;
  for (let at = 0; at < region.length; ) {
    const feed = region.indexOf('\n', at);
    const end = feed === -1 ? region.length : feed;
    let start = at;
    while (start < at + indent && start < end && region.charCodeAt(start) === 32) start++;
    at = end + 1;
    if (indent < 0 || start === end) {
      empty++;
      continue;
    }
    const first = region.charCodeAt(start);
    const isIndented = first === 32 || first === 9;
    if (hasContent) pieces.add(writeBreaks(empty, isFolded && !isIndented && !wasIndented));
    else pieces.add('\n'.repeat(empty));
    pieces.add(region.slice(start, end));
    hasContent = true;
    wasIndented = isIndented;
    empty = 0;
  }
  if (chomping === CHOMPING_MODE.KEEP) pieces.add('\n'.repeat(hasContent ? empty + 1 : empty));
  else if (chomping !== CHOMPING_MODE.STRIP && hasContent) pieces.add('\n');
  return pieces.join();
}
