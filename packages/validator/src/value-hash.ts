import type { JsonValue } from './shape/json.ts';

/** Writes a value as RFC 8785 says: keys sorted by UTF-16 code units, no spaces, numbers as ECMAScript prints them. */
export function canonicalizeJson(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(canonicalizeJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const mapping = value as Readonly<Record<string, JsonValue>>;
  const entries = Object.keys(mapping).sort();
  return `{${entries.map((key) => `${JSON.stringify(key)}:${canonicalizeJson(mapping[key] ?? null)}`).join(',')}}`;
}

/** The hash that a waiver or a baseline names: `sha256:` and the hex digest of the value as canonical JSON. */
export function hashValue(value: JsonValue): string {
  return `sha256:${digestSha256(canonicalizeJson(value))}`;
}

/** The SHA-256 digest of a text as UTF-8, in hexadecimal; synchronous, the same in every run time. */
export function digestSha256(text: string): string {
  const bytes = padMessage(text);
  const state = Int32Array.from(initialState);
  for (let start = 0; start < bytes.length; start += 64) mixBlock(bytes, start, state);
  let digest = '';
  for (const word of state) digest += (word >>> 0).toString(16).padStart(8, '0');
  return digest;
}

/** UTF-8 with the padding of FIPS 180-4: a set bit, zeros, the length in bits; a lone surrogate becomes U+FFFD. */
function padMessage(text: string): Uint8Array {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) length += 1;
    else if (code < 0x800) length += 2;
    else if (isPairAt(text, i)) {
      length += 4;
      i += 1;
    } else length += 3;
  }
  const bytes = new Uint8Array(((length + 8) >> 6) * 64 + 64);
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 0x80) {
      bytes[at++] = code;
    } else if (code < 0x800) {
      bytes[at++] = 0xc0 | (code >> 6);
      bytes[at++] = 0x80 | (code & 63);
    } else if (isPairAt(text, i)) {
      code = text.codePointAt(i) ?? 0;
      i += 1;
      bytes[at++] = 0xf0 | (code >> 18);
      bytes[at++] = 0x80 | ((code >> 12) & 63);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    } else {
      if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
      bytes[at++] = 0xe0 | (code >> 12);
      bytes[at++] = 0x80 | ((code >> 6) & 63);
      bytes[at++] = 0x80 | (code & 63);
    }
  }
  bytes[at] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setUint32(bytes.length - 8, Math.floor(length / 0x20000000));
  view.setUint32(bytes.length - 4, (length << 3) >>> 0);
  return bytes;
}

function isPairAt(text: string, index: number): boolean {
  const high = text.charCodeAt(index);
  const low = text.charCodeAt(index + 1);
  return high >= 0xd800 && high <= 0xdbff && low >= 0xdc00 && low <= 0xdfff;
}

/** The message schedule of the block at hand; nothing is kept in it between blocks. */
const words = new Int32Array(64);

function mixBlock(bytes: Uint8Array, start: number, state: Int32Array): void {
  for (let i = 0; i < 16; i++) {
    const at = start + i * 4;
    words[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  }
  for (let i = 16; i < 64; i++) {
    const early = words[i - 15]!;
    const late = words[i - 2]!;
    const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    words[i] = (words[i - 16]! + sigma0 + words[i - 7]! + sigma1) | 0;
  }
  let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
  for (let i = 0; i < 64; i++) {
    const sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + sum1 + ((e & f) ^ (~e & g)) + roundConstants[i]! + words[i]!) | 0;
    const sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const second = (sum0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  const mixed = [a, b, c, d, e, f, g, h];
  for (let i = 0; i < 8; i++) state[i] = (state[i]! + mixed[i]!) | 0;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** The first 32 bits of the fractional part of a root of each of the first primes: what FIPS 180-4 builds its constants from. */
function takeRootFractions(count: number, root: (prime: number) => number): Int32Array {
  const fractions = new Int32Array(count);
  let found = 0;
  for (let candidate = 2; found < count; candidate++) {
    let divisor = 2;
    while (divisor * divisor <= candidate && candidate % divisor !== 0) divisor++;
    if (divisor * divisor <= candidate) continue;
    const value = root(candidate);
    fractions[found++] = ((value - Math.floor(value)) * 0x100000000) | 0;
  }
  return fractions;
}

const initialState = takeRootFractions(8, Math.sqrt);
const roundConstants = takeRootFractions(64, Math.cbrt);
