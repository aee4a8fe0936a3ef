import { appendToken, parentPointer, parsePointer } from '../diagnostic/pointer.ts';
import type { Part } from '../rule/hit.ts';
import { isObject, type JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import type { Offsets, SourceDocument } from '../source/source-document.ts';

/** Finds the text of a place: the value, its key, or for what is missing the key of what lacks it. Pointers are into the document. */
export function locatePart(document: SourceDocument, pointer: string, part: Part): Offsets {
  if (part === 'parent') return locateHolder(document, parentPointer(pointer));
  // A mapping is too much to point at when it is the document itself.
  if (pointer === '') return locateHolder(document, '');
  const own = document.offsets(pointer, part) ?? document.offsets(pointer, 'value');
  return own ?? locateHolder(document, parentPointer(pointer));
}

/** The key of a value; where it has none (the document, a list's element), its first key. */
function locateHolder(document: SourceDocument, pointer: string): Offsets {
  const key = pointer === '' ? null : document.offsets(pointer, 'key');
  if (key !== null) return key;
  const value = valueAtTokens(document.value, parsePointer(pointer));
  const first = firstKey(value);
  const place = first === undefined ? null : document.offsets(appendToken(pointer, first), 'key');
  const whole = place ?? document.offsets(pointer, 'value');
  if (whole !== null) return whole;
  return pointer === '' ? { start: 0, end: 0 } : locateHolder(document, parentPointer(pointer));
}

function firstKey(value: JsonValue): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key in value) return key;
  return undefined;
}
