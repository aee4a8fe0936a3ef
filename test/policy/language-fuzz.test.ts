import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { languageFunctions } from '../../packages/validator/src/policy/language/functions/language-functions.ts';
import { evaluateText } from './evaluate-text.ts';
import { ExpressionWriter, makeRandom } from './generate-expression.ts';
import { parcelEnvironment } from './policy-api.ts';

const count = process.env.SHAPEGATE_LONG === '1' ? 200_000 : 2_000;
const random = makeRandom(4_242);

function pick<T>(choices: readonly T[]): T {
  return choices[Math.floor(random() * choices.length)]!;
}

const pieces = [
  ...languageFunctions.map(({ name }) => name),
  ...'( ) [ ] { } . , : ? ! < > <= >= == != && || + - * / % in true false null input item target spec has all exists exists_one filter map'.split(
    ' ',
  ),
  ...[
    'input.name',
    'input.address',
    'input.stops',
    'input.tags',
    '.city',
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
  ],
  ...[
    '1',
    '0u',
    '2.5',
    '""',
    '"a"',
    "'b'",
    'r"\\',
    '"""',
    '`k`',
    '\\',
    '\ud800',
    '😀',
    '\0',
    '//',
    '\n',
    '0x',
    '1e',
    '"(a+)+$"',
    '9223372036854775808',
  ],
];

function mangle(source: string): string {
  const at = Math.floor(random() * source.length);
  const choice = random();
  if (choice < 0.3) return source.slice(0, at) + source.slice(at + 1);
  if (choice < 0.6) return `${source.slice(0, at)}${pick(pieces)}${source.slice(at)}`;
  if (choice < 0.8) return source.slice(0, at);
  const other = Math.floor(random() * source.length);
  return source.slice(0, at) + source.slice(other);
}

const values = new Map<string, never>([
  [
    'input',
    {
      name: 'nightly',
      speed: 3,
      weight: '7',
      address: [],
      stops: {},
      tags: null,
      notes: [null, 1],
      floors: ['a'],
      extra: { deep: [1, { a: 2 }] },
    } as never,
  ],
  ['target', { region: 'eu-central-1' } as never],
]);

/** Runs one and holds it to what always holds. */
function runOne(source: string): void {
  const started = performance.now();
  const { problems, result } = evaluateText(source, parcelEnvironment, values);
  const took = performance.now() - started;
  assert.ok(took < 2_000, `${took} ms: ${source}`);
  for (const { start, end, message } of problems) {
    assert.ok(0 <= start && start <= end && end <= source.length, `${start}–${end} of ${source.length}: ${source}`);
    assert.is(message.trim(), message);
    assert.not.match(message, /undefined|\[object|NaN/);
  }
  assert.ok(result !== null || problems.length === 1);
  if (result !== null && 'error' in result) {
    assert.ok(0 <= result.start && result.start <= result.end && result.end <= source.length, source);
    assert.not.match(result.error, /undefined|\[object|Cannot read/);
  }
}

test(`${count} expressions end without a crash or a hang`, () => {
  const writer = new ExpressionWriter(random);
  for (let round = 0; round < count; round++) {
    const kind = round % 3;
    let source =
      kind === 0
        ? Array.from({ length: 1 + Math.floor(random() * 25) }, () => pick(pieces)).join(random() < 0.5 ? ' ' : '')
        : writer.write();
    if (kind === 2)
      for (let times = 1 + Math.floor(random() * 4); times > 0 && source !== ''; times--) source = mangle(source);
    try {
      runOne(source);
    } catch (error) {
      throw new Error(`${JSON.stringify(source)}: ${(error as Error).stack}`);
    }
  }
});

test.run();
