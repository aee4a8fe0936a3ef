import type { JsonValue } from './shape/json.ts';

/** Writes a value as RFC 8785 says: keys sorted by UTF-16 code units, no spaces, numbers as ECMAScript prints them. */
export function canonicalizeJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const element of value) text += `${text === '' ? '' : ','}${canonicalizeJson(element)}`;
    return `[${text}]`;
  }
  const mapping = value as Readonly<Record<string, JsonValue>>;
  for (const key of Object.keys(mapping).sort())
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalizeJson(mapping[key] ?? null)}`;
  return `{${text}}`;
}

/** The hash that a waiver or a baseline names: `sha256:` and the hex digest of the value as canonical JSON. */
export function hashValue(value: JsonValue): string {
  return `sha256:${digestSha256(canonicalizeJson(value))}`;
}

/** As far as it is used; browsers and Node have it, the ECMAScript library types do not. */
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

const encoder = new TextEncoder();
/** Up to this many characters are encoded here, which takes less than a call of the encoder. */
const shortLength = 512;
const scratch = new Uint8Array(shortLength);
const tail = new Uint8Array(128);
const state = new Int32Array(8);
const digits = new Array<number>(64).fill(0);

/** The SHA-256 digest of a text as UTF-8, in hexadecimal; synchronous, the same in every run time. */
export function digestSha256(text: string): string {
  const ascii = text.length <= shortLength && fillScratch(text);
  const bytes = ascii ? scratch : encoder.encode(text);
  const length = ascii ? text.length : bytes.length;
  const whole = length - (length % 64);
  state.set(initialState);
  mixBlocks(bytes, whole);
  mixBlocks(tail, padTail(bytes, whole, length));
  for (let i = 0; i < digits.length; i++) {
    const digit = (state[i >> 3]! >>> (28 - 4 * (i & 7))) & 15;
    digits[i] = digit < 10 ? 48 + digit : 87 + digit;
  }
  return String.fromCharCode.apply(null, digits);
}

/** False where a character is not ASCII. */
function fillScratch(text: string): boolean {
  let all = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    all |= code;
    scratch[i] = code;
  }
  return all < 0x80;
}

/** The padding of FIPS 180-4 behind the last bytes: a set bit, zeros, the length in bits. Returns how many bytes it takes with them. */
function padTail(bytes: Uint8Array, whole: number, length: number): number {
  const rest = length - whole;
  const end = rest < 56 ? 64 : 128;
  tail.fill(0);
  for (let i = 0; i < rest; i++) tail[i] = bytes[whole + i]!;
  tail[rest] = 0x80;
  const high = Math.floor(length / 0x20000000);
  const low = (length << 3) >>> 0;
  for (let i = 0; i < 4; i++) {
    tail[end - 8 + i] = high >>> (24 - 8 * i);
    tail[end - 4 + i] = low >>> (24 - 8 * i);
  }
  return end;
}

/** The message schedule of the block at hand; nothing is kept in it between blocks. */
const words = new Int32Array(64);

function mixBlocks(bytes: Uint8Array, length: number): void {
  for (let at = 0; at < length; at += 64) {
    for (let i = 0, from = at; i < 16; i++, from += 4)
      words[i] = (bytes[from]! << 24) | (bytes[from + 1]! << 16) | (bytes[from + 2]! << 8) | bytes[from + 3]!;
    for (let i = 16; i < 64; i++) {
      const early = words[i - 15]!;
      const late = words[i - 2]!;
      const sigma0 = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
      const sigma1 = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
      words[i] = (words[i - 16]! + sigma0 + words[i - 7]! + sigma1) | 0;
    }
    mixWords();
  }
}

function mixWords(): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
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
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
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
