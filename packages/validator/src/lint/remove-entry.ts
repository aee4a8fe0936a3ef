import { appendToken, lastToken, parentPointer, parsePointer } from '../diagnostic/pointer.ts';
import { isObject, type JsonObject, type JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import { skipGap } from '../source/gap.ts';
import type { Offsets, SourceDocument } from '../source/source-document.ts';
import { type FixedText, lookBack, startOfProperties, type TextChange } from './text-change.ts';

/**
 * Plans how to take away a member or an element, with its line or its comma and nothing else: comments outside of it stay.
 * Null where it is the only one, since an empty collection says something else, and where other text stands on its line.
 */
export function planRemoval(pointer: string, { text, document }: FixedText): readonly TextChange[] | null {
  const parent = parentPointer(pointer);
  const holder = valueAtTokens(document.value, parsePointer(parent));
  const isMember = isObject(holder);
  if (!(isMember ? hasTwo(holder) : Array.isArray(holder) && holder.length > 1)) return null;
  if (document.originOffsets(parent, 'value') !== null || document.originOffsets(pointer, 'key') !== null) return null;
  if (document.isShared(pointer, 'value')) return null;
  const whole = document.offsets(parent, 'value');
  const entry = placeEntry(pointer, isMember, text, document);
  if (whole === null || entry === null) return null;
  if (text[whole.start] !== '[' && text[whole.start] !== '{')
    return removeFromBlock(text, isMember ? entry : withHyphen(entry, pointer, whole, text, document));
  return removeFromFlow(text, entry, () => placeBefore(holder, pointer, entry.start, document));
}

function hasTwo(mapping: JsonObject): boolean {
  let count = 0;
  for (const _ in mapping) if (++count > 1) return true;
  return false;
}

/** An element with its tag and anchor, or a member from its key to the end of its value. */
function placeEntry(pointer: string, isMember: boolean, text: string, document: SourceDocument): Offsets | null {
  const place = document.offsets(pointer, 'value');
  if (place === null) return null;
  if (!isMember) return { start: startOfProperties(text, place.start, 'value'), end: place.end };
  const key = document.offsets(pointer, 'key');
  if (key === null) return null;
  const start = startOfProperties(text, key.start, 'key');
  if (place.end > place.start) return { start, end: Math.max(place.end, key.end) };
  // An empty value stands behind its tag or anchor, or else behind the colon.
  const colon = skipGap(text, key.end, '');
  return { start, end: Math.max(place.end, text[colon] === ':' ? colon + 1 : key.end) };
}

/** Between the hyphen of an element and its text there may be comments. */
function withHyphen(
  entry: Offsets,
  pointer: string,
  list: Offsets,
  text: string,
  document: SourceDocument,
): Offsets | null {
  const index = Number(lastToken(pointer));
  const previous = index === 0 ? null : document.offsets(appendToken(parentPointer(pointer), index - 1), 'value');
  const start = previous === null ? list.start : skipGap(text, previous.end, '');
  return text[start] === '-' ? { start, end: entry.end } : null;
}

/** In block style an entry has lines of its own. */
function removeFromBlock(text: string, entry: Offsets | null): readonly TextChange[] | null {
  if (entry === null) return null;
  const before = lookBack(text, entry.start);
  const margin = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const lineStart = entry.start - margin;
  if (lineStart > 0 && text[lineStart - 1] !== '\n' && text[lineStart - 1] !== '\r') return null;
  const blanksEnd = skipBlanks(text, entry.end);
  if (text[blanksEnd] === '#' && blanksEnd > entry.end) return [{ start: entry.start, end: blanksEnd, text: '' }];
  const lineEnd = skipBreak(text, blanksEnd);
  if (lineEnd > blanksEnd) return [{ start: lineStart, end: lineEnd, text: '' }];
  if (blanksEnd < text.length) return null;
  // The last line ended without a break; so it does again.
  const breakBefore = /(?:\r\n|\n|\r)$/.exec(lookBack(text, lineStart))?.[0].length ?? 0;
  return [{ start: lineStart - breakBefore, end: text.length, text: '' }];
}

/** In flow style and in JSON one comma goes with the entry: the one behind it, or before the last entry the one before. */
function removeFromFlow(text: string, entry: Offsets, findBefore: () => Offsets | null): readonly TextChange[] | null {
  const next = skipGap(text, entry.end, '');
  if (text[next] === ',') {
    if (/\S/.test(text.slice(entry.end, next)))
      return [removeAlone(text, entry), { start: next, end: next + 1, text: '' }];
    return [removeAlone(text, { start: entry.start, end: next + 1 })];
  }
  if (text[next] !== ']' && text[next] !== '}') return null;
  const previous = findBefore();
  const comma = previous === null ? -1 : skipGap(text, previous.end, '');
  if (text[comma] !== ',') return null;
  if (!/\S/.test(text.slice(comma + 1, entry.start))) return [{ start: comma, end: entry.end, text: '' }];
  return [{ start: comma, end: comma + 1, text: '' }, removeAlone(text, entry)];
}

/** Takes away a stretch with the blanks that nobody needs without it, or with its line where it has one of its own. */
function removeAlone(text: string, { start, end }: Offsets): TextChange {
  const blanks = /[ \t]*$/.exec(lookBack(text, start))?.[0].length ?? 0;
  const lineStart = start - blanks;
  const startsLine = lineStart === 0 || text[lineStart - 1] === '\n' || text[lineStart - 1] === '\r';
  const after = skipBlanks(text, end);
  const lineEnd = skipBreak(text, after);
  if (startsLine && lineEnd > after) return { start: lineStart, end: lineEnd, text: '' };
  if (startsLine || lineEnd === after) return { start, end: after, text: '' };
  return { start: lineStart, end, text: '' };
}

/** The entry before another one of its collection. */
function placeBefore(holder: JsonValue, pointer: string, start: number, document: SourceDocument): Offsets | null {
  const parent = parentPointer(pointer);
  if (!isObject(holder)) return document.offsets(appendToken(parent, Number(lastToken(pointer)) - 1), 'value');
  let before: Offsets | null = null;
  for (const key in holder) {
    const at = appendToken(parent, key);
    const value = document.offsets(at, 'value');
    const name = document.offsets(at, 'key');
    const end = Math.max(value?.end ?? 0, name?.end ?? 0);
    if (end <= start && end > (before?.end ?? 0)) before = { start: name?.start ?? end, end };
  }
  return before;
}

function skipBlanks(text: string, at: number): number {
  let place = at;
  while (text[place] === ' ' || text[place] === '\t') place++;
  return place;
}

function skipBreak(text: string, at: number): number {
  if (text.startsWith('\r\n', at)) return at + 2;
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : at;
}
