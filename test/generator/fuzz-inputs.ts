import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findShared } from './conformance-data.ts';

/** A text to be read, with the name that says how. */
export interface FuzzInput {
  readonly file: string;
  readonly text: string;
}

const corpus = fileURLToPath(new URL('../fixtures/fuzz/', import.meta.url));
const model = fileURLToPath(new URL('../../model/', import.meta.url));
const checked = fileURLToPath(new URL('../fixtures/check/', import.meta.url));

function readFolder(folder: string): FuzzInput[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:smithy|json)$/.test(entry.name))
    .map((entry) => ({ file: entry.name, text: readFileSync(join(entry.parentPath, entry.name), 'utf8') }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Minimised inputs that once found something, or stand for a class of such. */
export function readCorpus(): FuzzInput[] {
  return readFolder(corpus);
}

/** Texts to start from: valid ones, short enough to be read thousands of times. */
export function readSeeds(): FuzzInput[] {
  const shared = (findShared('conformance/loader-valid') ?? []).map(({ path, name }) => ({
    file: name,
    text: readFileSync(path, 'utf8'),
  }));
  return [...readFolder(model), ...readFolder(checked), ...shared].filter(
    ({ file, text }) => /\.(?:smithy|json)$/.test(file) && text.length < 9_000,
  );
}

/** A small generator of numbers with a seed, the same on every machine. */
export function makeRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const pieces = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    '@',
    '$',
    '#',
    ':',
    ':=',
    '=',
    ',',
    '.',
    '"',
    '"""',
    '\\',
    '\\u',
    '//',
    '///',
    '\n',
    '\r',
  ],
  ...[
    '\u0000',
    '\ud800',
    '\ufeff',
    '\u2028',
    '-',
    '0',
    '1e',
    '1e999',
    '-.',
    '9'.repeat(40),
    'null',
    'true',
    'apply',
    'use ',
    'metadata x = ',
  ],
  ...[
    'namespace a.b\n',
    '$version: "2.0"\n',
    '$version: "1"\n',
    'structure A with [A] {}\n',
    'for ',
    'with [',
    '__proto__',
    'constructor',
  ],
  ...[
    '"smithy": "2.0",',
    '"type": "apply",',
    '"target": "a.b#C"',
    '"shapes": {',
    '"mixins": [',
    '"traits": {',
    '"smithy.api#mixin": {}',
  ],
  ...['[', '{"a":', '@a(b: {c: ['].map((piece) => piece.repeat(70)),
];

/** Changes a text in a few places: cuts, doubles, swaps and inserts, and now and then a part of another text. */
export function mutate(
  { file, text }: FuzzInput,
  seeds: readonly FuzzInput[],
  random: (below: number) => number,
): FuzzInput {
  let changed = text;
  for (let turn = random(4) + 1; turn > 0; turn--) {
    const at = random(changed.length + 1);
    const end = Math.min(changed.length, at + random(random(4) === 0 ? 400 : 12));
    const [before, part, after] = [changed.slice(0, at), changed.slice(at, end), changed.slice(end)];
    switch (random(7)) {
      case 0:
        changed = before + after;
        break;
      case 1:
        changed = before + part + part + after;
        break;
      case 2:
        changed = before + String.fromCharCode(random(random(3) === 0 ? 65_536 : 128)) + after;
        break;
      case 3:
        changed = before;
        break;
      case 4: {
        const other = seeds[random(seeds.length)]?.text ?? '';
        const from = random(other.length + 1);
        changed = before + other.slice(from, from + random(200)) + after;
        break;
      }
      default:
        changed = before + pieces[random(pieces.length)] + part + after;
    }
  }
  return { file, text: changed };
}
