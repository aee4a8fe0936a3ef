import { moveFix } from '../check/raised.ts';
import type { Edit, Fix } from '../diagnostic/diagnostic.ts';
import { parentPointer, parsePointer } from '../diagnostic/pointer.ts';
import type { Range } from '../diagnostic/range.ts';
import type { ValueFix } from '../rule/hit.ts';
import { isObject, type JsonObject, type JsonValue } from '../shape/json.ts';
import { valueAtTokens } from '../shape/value-at-tokens.ts';
import type { Offsets, SourceDocument } from '../source/source-document.ts';

/** The text that a fix is to change. */
export interface FixedText {
  readonly text: string;
  readonly format: 'yaml' | 'json';
  readonly lines: { range(start: number, end: number): Range };
  readonly document: SourceDocument;
}

interface Change extends Offsets {
  readonly text: string;
}

/**
 * Writes a change of the value as a change of the text, the smallest that does it, in the quoting that stands there.
 * Null where the text cannot be changed on its own: behind an alias, in a block scalar, with a tag or an anchor.
 * @param prefix where in the document the fix's pointer starts
 */
export function writeFix(fix: ValueFix, prefix: string, source: FixedText): Fix | null {
  const change = planChange(
    moveFix(fix, (pointer) => prefix + pointer),
    source,
  );
  if (change === null) return null;
  const edits: readonly Edit[] = [{ range: source.lines.range(change.start, change.end), text: change.text }];
  return { title: fix.title, edits };
}

function planChange(fix: ValueFix, source: FixedText): Change | null {
  const { document } = source;
  const part = fix.kind === 'rename' ? 'key' : 'value';
  const place = document.offsets(fix.pointer, part);
  if (place === null || document.originOffsets(fix.pointer, part) !== null) return null;
  const written = source.text.slice(place.start, place.end);
  // Behind a tag the text says something else than it would alone.
  if (part === 'value' && /(?:^|[\s[{,])!\S*\s+$/.test(lookBack(source.text, place.start))) return null;
  switch (fix.kind) {
    case 'rename':
      return replaceScalar(place, written, fix.key, source.format);
    case 'replace':
      return replaceScalar(place, written, fix.value, source.format);
    case 'quote':
      return /^[\w.+:-]+$/.test(written) ? { start: place.start, end: place.end, text: `"${written}"` } : null;
    case 'remove':
      return removeEntry(fix.pointer, place, source);
  }
}

function replaceScalar(place: Offsets, written: string, value: JsonValue, format: 'yaml' | 'json'): Change | null {
  // An anchor, an alias, a tag and a block scalar reach beyond the scalar's own text.
  if (/^[&*!|>]/.test(written) || written === '') return null;
  if (typeof value === 'object' && value !== null) return null;
  if (/^[[{]/.test(written)) return null;
  return { start: place.start, end: place.end, text: writeScalar(value, written, format) };
}

function writeScalar(value: Exclude<JsonValue, object>, written: string, format: 'yaml' | 'json'): string {
  const quoted = JSON.stringify(value);
  if (typeof value !== 'string' || format === 'json' || written.startsWith('"')) return quoted;
  const isOneLine = /^[\u0020-\u007e\u00a1-\u024f]*$/.test(value);
  if (written.startsWith("'")) return isOneLine ? `'${value.replaceAll("'", "''")}'` : quoted;
  return isPlain(value) ? value : quoted;
}

/** True where YAML reads the text as this very string without quotes, in any collection; careful rather than complete. */
function isPlain(text: string): boolean {
  if (!/^[A-Za-z/](?:[\w./+@=:-]*[\w/+@=-])?$/.test(text)) return false;
  return !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text);
}

/** Takes away a member or an element; null where it is the only one, since an empty collection says something else. */
function removeEntry(pointer: string, place: Offsets, { text, document }: FixedText): Change | null {
  const holder = valueAtTokens(document.value, parsePointer(parentPointer(pointer)));
  const isMember = isObject(holder);
  if (!(Array.isArray(holder) ? holder.length > 1 : isMember && hasTwo(holder))) return null;
  const key = isMember ? document.offsets(pointer, 'key') : null;
  if (isMember && key === null) return null;
  // What an alias elsewhere stands for must stay.
  if (key !== null && /:\s[^#\n]*&/.test(text.slice(key.end, place.start))) return null;
  const entry = { start: key?.start ?? place.start, end: Math.max(place.end, key?.end ?? 0) };
  const end = isMember ? endOfColon(text, entry, place) : entry.end;
  return removeLines(text, entry.start, end, isMember) ?? removeInFlow(text, entry.start, end);
}

function hasTwo(mapping: JsonObject): boolean {
  let count = 0;
  for (const _ in mapping) if (++count > 1) return true;
  return false;
}

/** An empty value stands nowhere; what belongs to its key then ends behind the colon. */
function endOfColon(text: string, entry: Offsets, place: Offsets): number {
  if (place.end > place.start) return entry.end;
  const colon = /^\s*:/.exec(lookAhead(text, entry.end));
  return colon === null ? entry.end : entry.end + colon[0].length;
}

/** In block style an entry has lines of its own. */
function removeLines(text: string, start: number, end: number, isMember: boolean): Change | null {
  const before = lookBack(text, start);
  const lineBreak = Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'));
  if (lineBreak === -1 && before.length < start) return null;
  const after = /^[ \t]*(?:[ \t]#[^\r\n]*)?(?:\r\n|\n|\r|$)/.exec(lookAhead(text, end));
  const indent = before.slice(lineBreak + 1);
  if (after === null || !(isMember ? /^[ \t]*$/ : /^[ \t]*-[ \t]+$/).test(indent)) return null;
  // In a flow collection over several lines the comma before must go as well.
  if (/[,[{]$/.test(before.slice(0, lineBreak + 1).trimEnd())) return null;
  return { start: start - indent.length, end: end + after[0].length, text: '' };
}

/** In flow style and in JSON one comma goes with the entry: the one behind it, or before the last entry the one before. */
function removeInFlow(text: string, start: number, end: number): Change | null {
  const ahead = lookAhead(text, end);
  const behind = /^\s*,[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)?/.exec(ahead);
  if (behind !== null) return { start, end: end + behind[0].length, text: '' };
  const before = lookBack(text, start).trimEnd();
  if (!/^\s*[\]}]/.test(ahead) || !before.endsWith(',')) return null;
  const comma = start - (lookBack(text, start).length - before.length) - 1;
  return { start: comma, end, text: '' };
}

/** As far as a fix looks around: it must not cost the length of the text each time. */
const reach = 400;

function lookBack(text: string, start: number): string {
  return text.slice(Math.max(0, start - reach), start);
}

function lookAhead(text: string, end: number): string {
  return text.slice(end, end + reach);
}
