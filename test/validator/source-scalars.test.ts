import fc from 'fast-check';
import { EVENT_ID, getScalarValue, parseEvents, type ScalarEvent, YAMLException } from 'js-yaml';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { decodeLongScalar, decodeScalar } from '../../packages/validator/src/source/decode-scalar.ts';

const test = suite('scalars');

const runs = process.env.SHAPEGATE_LONG === '1' ? 200_000 : 20_000;
const pieces = ['a', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', ' \n ', '\n  ', '\n    ', '#', 'é', '🦉', ':', '-'];
const escapes = [
  '\\n',
  '\\\\',
  '\\"',
  '\\ ',
  '\\\t',
  '\\\n',
  '\\\r\n  ',
  '\\x41',
  '\\u00e9',
  '\\U0001F989',
  '\\0',
  '\\N',
  '\\/',
];
const letters = [...'abtnvfre_LP'].map((letter) => `\\${letter}`);
const content = (more: readonly string[]) =>
  fc.array(fc.constantFrom(...pieces, ...more), { maxLength: 30 }).map((parts) => parts.join(''));

const texts: Readonly<Record<string, fc.Arbitrary<string>>> = {
  plain: content([]).map((text) => `a ${text}`),
  single: content(["''", '"']).map((text) => `'${text}'`),
  double: content([...escapes, ...letters, "'"]).map((text) => `"${text}"`),
  block: fc
    .tuple(
      fc.constantFrom('|', '>'),
      fc.constantFrom('', '+', '-', '1', '2', '2-', '1+'),
      content(['\n  a', '\n   b', '\n \tc']),
    )
    .map(([style, header, text]) => `k: ${style}${header}\n  ${text}`),
};

/** The scalars of a text that the parser decodes piece by piece; none where it is not YAML. */
function listScalars(text: string): ScalarEvent[] {
  try {
    const events = parseEvents(text, { maxDepth: 64 });
    return events.filter((event): event is ScalarEvent => event.type === EVENT_ID.SCALAR && event.valueStart !== -1);
  } catch (error) {
    if (error instanceof YAMLException) return [];
    throw error;
  }
}

for (const [style, arbitrary] of Object.entries(texts))
  test(`a long ${style} scalar is decoded as the parser decodes a short one`, () => {
    let compared = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        for (const event of listScalars(text)) {
          compared++;
          assert.is(decodeLongScalar(text, event), getScalarValue(text, event), JSON.stringify(text));
        }
      }),
      { numRuns: runs },
    );
    assert.ok(compared > runs / 10, `only ${compared} compared`);
  });

test('a scalar of a million lines is decoded whole', () => {
  const lines = 1_000_000;
  for (const [text, expected] of [
    [`"${'a\\n'.repeat(lines)}"`, 'a\n'.repeat(lines)],
    [`'${"a''".repeat(lines)}'`, "a'".repeat(lines)],
    [`k: |\n${' a\n'.repeat(lines)}`, 'a\n'.repeat(lines)],
    [`k: >-\n${' a\r\n'.repeat(lines)}`, `a${' a'.repeat(lines - 1)}`],
    [`k:${' a\n'.repeat(lines)}`, `a${' a'.repeat(lines - 1)}`],
  ] as const) {
    const event = listScalars(text).at(-1);
    assert.ok(event !== undefined && decodeScalar(text, event) === expected, text.slice(0, 20));
  }
});

test.run();
