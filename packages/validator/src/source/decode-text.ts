import { maximumBytes } from './limits.ts';
import type { SourceRule } from './source-hit.ts';

/** The text without its byte order mark, or why it is refused; `offset` is into `text`. */
export interface DecodedText {
  readonly text: string;
  readonly byteOrderMark: boolean;
  readonly refusal: {
    readonly rule: SourceRule;
    readonly offset: number;
    readonly facts: Readonly<Record<string, string | number>>;
  } | null;
}

/** As far as it is used; browsers and Node have it, the ECMAScript library types do not. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const beyondAscii = /[^\0-\x7f]/;
const surrogate = /[\u{d800}-\u{dfff}]/u;

/** Bytes that UTF-8 needs for the text, counted only as far as needed to compare with the limit. */
function measureBytes(text: string): number {
  if (text.length * 3 <= maximumBytes || text.length > maximumBytes || !beyondAscii.test(text)) return text.length;
  let bytes = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x800 && (code < 0xd800 || code > 0xdfff)) bytes += 2;
    else if (code >= 0x80) bytes += 1;
  }
  return bytes;
}

/** Length of the well-formed sequence at `at`, 0 where there is none (RFC 3629: no overlong forms, no surrogates). */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return 1;
  const next = bytes[at + 1] ?? 0;
  const follows = (offset: number): boolean => ((bytes[at + offset] ?? 0) & 0xc0) === 0x80;
  if (lead >= 0xc2 && lead <= 0xdf) return follows(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    if ((lead === 0xe0 && next < 0xa0) || (lead === 0xed && next > 0x9f)) return 0;
    return follows(1) && follows(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    if ((lead === 0xf0 && next < 0x90) || (lead === 0xf4 && next > 0x8f)) return 0;
    return follows(1) && follows(2) && follows(3) ? 4 : 0;
  }
  return 0;
}

/** Names UTF-16 and UTF-32 by their byte order mark or by where the zero bytes of their first characters are. */
function nameWideEncoding(bytes: Uint8Array): string | null {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  if (bytes.length >= 4 && bytes.length % 2 === 0 && (a === 0) !== (b === 0) && (a === 0) === (c === 0))
    return (b === 0) === (d === 0) ? 'UTF-16' : null;
  return null;
}

function refuse(text: string, rule: SourceRule, facts: Readonly<Record<string, string | number>>): DecodedText {
  const visible = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return { text: visible, byteOrderMark: visible !== text, refusal: { rule, offset: visible.length, facts } };
}

function decodeBytes(bytes: Uint8Array): DecodedText | string {
  if (bytes.length > maximumBytes)
    return refuse('', 'spec/limits', { what: 'bytes', limit: maximumBytes, found: bytes.length });
  const wide = nameWideEncoding(bytes);
  if (wide !== null) return refuse('', 'spec/encoding', { problem: wide });
  try {
    return decoder.decode(bytes);
  } catch {
    let at = 0;
    for (let length = 1; length > 0 && at < bytes.length; at += length) length = sequenceLength(bytes, at);
    const found = (bytes[at] ?? 0).toString(16).padStart(2, '0');
    return refuse(decoder.decode(bytes.subarray(0, at)), 'spec/encoding', {
      problem: `byte 0x${found} at offset ${at}`,
    });
  }
}

/** Reads UTF-8; a text of more than 10 MiB, bytes that are not UTF-8 and half surrogate pairs are refused, with the text before the fault. */
export function decodeText(source: string | Uint8Array): DecodedText {
  const decoded = typeof source === 'string' ? source : decodeBytes(source);
  if (typeof decoded !== 'string') return decoded;
  if (typeof source === 'string') {
    const bytes = measureBytes(source);
    if (bytes > maximumBytes) return refuse('', 'spec/limits', { what: 'bytes', limit: maximumBytes, found: bytes });
    const at = source.search(surrogate);
    if (at !== -1) return refuse(source.slice(0, at), 'spec/encoding', { problem: 'half a surrogate pair' });
  }
  const byteOrderMark = decoded.charCodeAt(0) === 0xfeff;
  return { text: byteOrderMark ? decoded.slice(1) : decoded, byteOrderMark, refusal: null };
}
