import { moveFix } from '../check/raised.ts';
import type { Edit, Fix } from '../diagnostic/diagnostic.ts';
import type { ValueFix } from '../rule/hit.ts';
import type { JsonValue } from '../shape/json.ts';
import { resolvePlain } from '../source/scalar.ts';
import type { Offsets } from '../source/source-document.ts';
import { planRemoval } from './remove-entry.ts';
import { type FixedText, startOfProperties, type TextChange } from './text-change.ts';

/**
 * Writes a change of the value as a change of the text, the smallest that does it, in the quoting that stands there.
 * Null where the text cannot be changed on its own: behind an alias, where an alias stands for it, in a block scalar, with a tag.
 * @param prefix where in the document the fix's pointer starts
 */
export function writeFix(fix: ValueFix, prefix: string, source: FixedText): Fix | null {
  const changes = planChanges(
    moveFix(fix, (pointer) => prefix + pointer),
    source,
  );
  if (changes === null) return null;
  const edits = changes.map(({ start, end, text }): Edit => ({ range: source.lines.range(start, end), text }));
  return { title: fix.title, edits };
}

function planChanges(fix: ValueFix, source: FixedText): readonly TextChange[] | null {
  if (fix.kind === 'remove') return planRemoval(fix.pointer, source);
  const { document, text, format } = source;
  const part = fix.kind === 'rename' ? 'key' : 'value';
  const place = document.offsets(fix.pointer, part);
  if (place === null || document.originOffsets(fix.pointer, part) !== null) return null;
  if (document.isShared(fix.pointer, part)) return null;
  const properties = text.slice(startOfProperties(text, place.start, part), place.start);
  // Behind a tag the text says something else than it would alone; an alias may stand for a key with an anchor.
  if (properties.includes('!') || (part === 'key' && properties !== '')) return null;
  const written = text.slice(place.start, place.end);
  const change = fix.kind === 'quote' ? quoteScalar(place, written) : replaceScalar(place, written, fix, format);
  return change === null ? null : [change];
}

function quoteScalar(place: Offsets, written: string): TextChange | null {
  return /^[\w.+:-]+$/.test(written) ? { start: place.start, end: place.end, text: `"${written}"` } : null;
}

function replaceScalar(
  place: Offsets,
  written: string,
  fix: Extract<ValueFix, { kind: 'replace' | 'rename' }>,
  format: 'yaml' | 'json',
): TextChange | null {
  const value = fix.kind === 'rename' ? fix.key : fix.value;
  // An alias and a block scalar reach beyond the scalar's own text, and a collection is more than one.
  if (written === '' || /^[*|>[{]/.test(written)) return null;
  if (typeof value === 'object' && value !== null) return null;
  return { start: place.start, end: place.end, text: writeScalar(value, written, format) };
}

function writeScalar(value: Exclude<JsonValue, object>, written: string, format: 'yaml' | 'json'): string {
  const quoted = JSON.stringify(value);
  if (typeof value !== 'string' || format === 'json' || written.startsWith('"')) return quoted;
  const isOneLine = /^[\u0020-\u007e\u00a1-\u024f]*$/.test(value);
  if (written.startsWith("'")) return isOneLine ? `'${value.replaceAll("'", "''")}'` : quoted;
  return isPlain(value) ? value : quoted;
}

/** What YAML 1.1 reads as a number or a date, where YAML 1.2 reads text. */
const olderReading = /^(?:[\d_]+|0[xob].*|[\d._]+e[-+]?\d+|\d{4}-\d\d?-\d\d?(?:[t ].*)?)$/i;

/** True where YAML reads the text as this very string without quotes, in any collection; careful rather than complete. */
function isPlain(text: string): boolean {
  if (!/^[A-Za-z\d/](?:[\w./+@=:-]*[\w/+@=-])?$/.test(text)) return false;
  if (/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(text)) return false;
  // Digits and colons alone were once a number to the base of sixty.
  if (/^\d/.test(text) && (olderReading.test(text) || !/[a-z]/i.test(text))) return false;
  return resolvePlain(text) === text;
}
