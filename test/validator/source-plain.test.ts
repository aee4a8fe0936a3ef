// biome-ignore-all lint/suspicious/noTemplateCurlyInString: a reference is written so
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocuments } from '../../packages/validator/src/source/read-documents.ts';
import { readPlainYaml } from '../../packages/validator/src/source/read-plain-yaml.ts';
import { readWholeYaml } from '../../packages/validator/src/source/read-yaml.ts';
import type { SourceDocument } from '../../packages/validator/src/source/source-document.ts';

const test = suite('plain YAML');

const runs = process.env.SHAPEGATE_LONG === '1' ? 100_000 : 10_000;

const scalars = [
  'nightly',
  'arn:aws:iam::111122223333:role/import',
  's3://acme-weights/models/',
  '1',
  '0x1F',
  '1e3',
  '.5',
  '2026-11-23',
  'true',
  'null',
  '~',
  '${VAR}',
  '<KEY>',
  'two words',
  'a#b',
  "it's",
  'say "no"',
  'a, b',
  'a]',
  '"quoted # text"',
  '"é 🦉"',
  '""',
  "''",
  "'single: x'",
  '[]',
  '{}',
  '[a, b ]',
  '[ 1,{ key: "x" }, [c]]',
  '{ key: team, value: nlp }',
  '{a: 1,b: [2]}',
  '>-\n    has(input.key) &&\n    size(input.key) > 3',
  '|\n     one # line\n     - two: 2 ',
  '>\n    one\n    "two',
  '>-\n    one\n    two\n      ? three\n        : four \n      five\n    six',
  '|-\n    one\n      two\n    three',
];
/** What the plain reader must leave to the whole one, or must not stumble over. */
const traps = [
  '-1',
  "'it''s'",
  '"a\\n"',
  '|\n  text',
  '>-\n    folded\n',
  '&a x',
  '*a',
  '!!str 1',
  '[a, ]',
  '[a: b]',
  '{a}',
  '{a: 1, a: 2}',
  '{"a": 1}',
  'a: b',
  'a:',
  '- a',
  '---',
  '--- a',
  '...',
  '%YAML 1.2',
  '? a',
  '[a,\n  b]',
  '@at',
  '`tick`',
  '{{ template }}',
  '"open',
  '[open',
  '<<: {a: 1}',
  '\t',
  '\r\n',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '#',
  ' #',
  ':',
  ' :',
  ': ',
  '-',
  '- ',
  '-  a',
  '\n',
  '  ',
];
const keys = ['jobName', 'a', 'b', 'key-1', 'x_y', 'true', 'null', 'constructor', 'y'];
const ends = ['', '', '', '', ' ', ' # note', '   # a: b', '\n', '\n\n', '\n# note', '\n      # deep', '\n   '];

const end = fc.constantFrom(...ends);
const scalar = fc.oneof({ weight: 100, arbitrary: fc.constantFrom(...scalars) }, fc.constantFrom(...traps));
const key = fc.oneof(
  { weight: 40, arbitrary: fc.nat(999).map((number) => `key${number}`) },
  { weight: 4, arbitrary: fc.constantFrom(...keys) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', '"q"', '1', '<<', 'é') },
);

/** Lines of a block, without indentation. */
const block: fc.Memo<string[]> = fc.memo((depth) => {
  const leaf = fc.tuple(scalar, end).map(([text, after]) => `${text}${after}`.split('\n'));
  const entry = fc.tuple(key, leaf).map(([name, [first, ...rest]]) => [`${name}: ${first}`, ...rest]);
  if (depth <= 1) return fc.array(entry, { minLength: 1, maxLength: 3 }).map((parts) => parts.flat());
  const inner = block();
  const indent = (lines: readonly string[], by: number) => lines.map((line) => ' '.repeat(by) + line);
  const nested = fc
    .tuple(key, fc.constantFrom(1, 2, 4), end, inner)
    .map(([name, by, after, lines]) => [...`${name}:${after}`.split('\n'), ...indent(lines, by)]);
  const item = fc.oneof(
    leaf.map(([first, ...rest]) => [`- ${first}`, ...rest]),
    inner.map(([first, ...rest]) => [`- ${first}`, ...indent(rest, 2)]),
  );
  const items = fc.array(item, { minLength: 1, maxLength: 3 }).map((parts) => parts.flat());
  const list = fc
    .tuple(key, fc.constantFrom(0, 2), items)
    .map(([name, by, lines]) => [`${name}:`, ...indent(lines, by)]);
  return fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.oneof(entry, entry, nested, list), { minLength: 1, maxLength: 4 })
        .map((parts) => parts.flat()),
    },
    items,
  );
});

const document = fc.oneof(block(2), block(3)).map((lines) => `${lines.join('\n')}\n`);
const separator = fc.constantFrom('---\n', '---\n', '---\n# note\n', '--- # note\n', '---', '...\n', '');
const file = fc
  .tuple(
    fc.constantFrom('', '', '---\n', '# note\n\n---\n', ' '),
    fc.array(fc.tuple(document, separator), { minLength: 1, maxLength: 3 }),
  )
  .map(([first, parts]) => {
    const text = first + parts.map(([part, mark]) => part + mark).join('');
    return parts.length === 1 ? first + (parts[0]?.[0] ?? '') : text;
  });
/** The same with a few characters changed. */
const damaged = fc
  .tuple(
    file,
    fc.array(
      fc.tuple(
        fc.nat(),
        fc.nat(3),
        fc.constantFrom('', '', ' ', '  ', 'a', ',', '- ', ': ', ' #', '\n', '"', ...traps),
      ),
      { maxLength: 3 },
    ),
  )
  .map(([text, edits]) => {
    let result = text;
    for (const [at, remove, insert] of edits) {
      const place = at % (result.length + 1);
      result = result.slice(0, place) + insert + result.slice(place + remove);
    }
    return result;
  });

function listPointers(value: unknown, pointer = ''): string[] {
  if (typeof value !== 'object' || value === null) return [pointer];
  return [pointer, ...Object.entries(value).flatMap(([name, part]) => listPointers(part, `${pointer}/${name}`))];
}

function describe(document: SourceDocument): unknown {
  const { index, value, empty } = document;
  const places = listPointers(value).map((pointer) => [
    pointer,
    document.offsets(pointer, 'value'),
    document.offsets(pointer, 'key'),
    document.originOffsets(pointer, 'value'),
    document.isShared(pointer, 'value'),
  ]);
  return { index, text: JSON.stringify(value), empty, places };
}

function compare(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === null) return false;
  const whole = readWholeYaml(text);
  const read = readDocuments(text, 'yaml');
  assert.equal(whole.hits, [], JSON.stringify(text));
  assert.is(read.documentCount, whole.documentCount, JSON.stringify(text));
  const valuesOf = (documents: readonly SourceDocument[]) => documents.map(({ value }) => value);
  assert.ok(isDeepStrictEqual(valuesOf(read.documents), valuesOf(whole.documents)), JSON.stringify(text));
  const expected = whole.documents.map(describe);
  assert.equal(read.documents.map(describe), expected, JSON.stringify(text));
  return true;
}

for (const [name, arbitrary] of Object.entries({ written: file, damaged }))
  test(`what the plain reader accepts means the same to the whole one: ${name}`, () => {
    let accepted = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (compare(text)) accepted++;
      }),
      { numRuns: runs },
    );
    assert.ok(accepted > runs / 20, `only ${accepted} accepted`);
  });

test('the plain reader takes an ordinary spec, and leaves what is unusual', () => {
  const spec = `# nightly
operation: CreateModelImportJob
input:
  jobName: nightly # every night
  vpcConfig:
    subnetIds:
    - subnet-0a1b2c3d
    securityGroupIds: [sg-0a1b2c3d]
  jobTags:
    - key: team
      value: "nlp"
    - { key: stage, value: 'prod' }
`;
  assert.ok(compare(spec));
  assert.ok(compare(`---\n${spec}---\n${spec}`));
  for (const trap of traps) {
    compare(`a: ${trap}\n`);
    compare(`a: [${trap}]\n`);
    compare(`- ${trap}\n  b: 1\n`);
    compare(`a: x${trap}\nb: 2\n`);
    compare(`a: x\n${trap}\nb: 2\n`);
  }
  for (const text of [
    '',
    'a',
    'a:\n',
    'a: 1\na: 2\n',
    'a: 1\n---\n',
    ' a: 1\n',
    'a: 1\n b: 2\n',
    'a: |\n  b\n',
    'a: &x 1\n',
    `${'a: {'.repeat(20)}`,
  ])
    assert.is(readPlainYaml(text), null, text);
});

test('the limits of the whole reader hold', () => {
  const deep = `a: ${'['.repeat(20)}${']'.repeat(20)}\n`;
  const long = `a: ${'x'.repeat(20_000)}\n`;
  const wide = `${'k'.repeat(200)}: 1\n`;
  const lines = `a: 1\n${'\n'.repeat(3_000_000)}`;
  for (const text of [deep, long, wide, lines]) assert.is(readPlainYaml(text), null);
  const many = '---\na: [1,1,1,1,1,1,1,1,1,1]\n'.repeat(50_000);
  assert.is(readPlainYaml(many), null);
  const longLast = `a: 1\n---\nb: 1\n${'# note\n'.repeat(3000)}c: 2\n`;
  assert.is(readPlainYaml(longLast), null);
  assert.ok(compare('---\na: 1\n'.repeat(5000)));
  assert.ok(compare(`a: ${'x'.repeat(16_000)}\n---\na: ${'x'.repeat(16_000)}\n`));
});

test.run();
