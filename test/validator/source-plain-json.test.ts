import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocuments } from '../../packages/validator/src/source/read-documents.ts';
import { readWholeJson } from '../../packages/validator/src/source/read-json.ts';
import { readPlainJson } from '../../packages/validator/src/source/read-plain-json.ts';
import type { SourceDocument } from '../../packages/validator/src/source/source-document.ts';

const test = suite('plain JSON');

const runs = process.env.SHAPEGATE_LONG === '1' ? 100_000 : 10_000;

const scalars = ['"nightly"', '""', '"é 🦉"', '":"', '"a,b"', '1', '-0', '0.5e3', '1e400', 'true', 'false', 'null'];
/** What the plain reader must leave to the whole one, or must not stumble over. */
const traps = [
  '"a\\n"',
  '"\\ud800"',
  '"\t"',
  '"open',
  "'x'",
  '01',
  '.5',
  'NaN',
  'undefined',
  '// note\n1',
  '1,',
  '[1,]',
  '{"a":1,}',
  '{"a":1,"a":2}',
  '{"a":"x","a" :1}',
  '{"a":{"b":1},"a":{"b":1}}',
  '\u00a0',
  '\ufeff',
  '',
];
const space = fc.constantFrom('', '', '', ' ', '\n  ', '\t', '\r\n');
const scalar = fc.oneof({ weight: 30, arbitrary: fc.constantFrom(...scalars) }, fc.constantFrom(...traps));
const key = fc.oneof(
  { weight: 30, arbitrary: fc.nat(999).map((number) => `"key${number}"`) },
  fc.constantFrom(
    '"a"',
    '"b"',
    '"1"',
    '"0"',
    '"__proto__"',
    '"constructor"',
    '"length"',
    '"é"',
    '""',
    'a',
    '"\\u0061"',
  ),
);

const value: fc.Memo<string> = fc.memo((depth) => {
  if (depth <= 1) return scalar;
  const inner = fc.tuple(space, value(), space).map((parts) => parts.join(''));
  const entry = fc
    .tuple(space, key, space, inner)
    .map(([before, name, after, item]) => `${before}${name}${after}:${item}`);
  return fc.oneof(
    scalar,
    fc.array(inner, { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    { weight: 2, arbitrary: fc.array(entry, { maxLength: 4 }).map((entries) => `{${entries.join(',')}}`) },
  );
});
const file = fc.tuple(space, value(4), space).map((parts) => parts.join(''));

function listPointers(part: unknown, pointer = ''): string[] {
  if (typeof part !== 'object' || part === null) return [pointer];
  return [pointer, ...Object.entries(part).flatMap(([name, each]) => listPointers(each, `${pointer}/${name}`))];
}

function describe(document: SourceDocument): unknown {
  const { index, value: read, empty } = document;
  const places = listPointers(read).map((pointer) => [
    pointer,
    document.offsets(pointer, 'value'),
    document.offsets(pointer, 'key'),
    document.originOffsets(pointer, 'value'),
  ]);
  return { index, text: JSON.stringify(read), empty, places };
}

function compare(text: string): boolean {
  if (readPlainJson(text) === undefined) return false;
  const whole = readWholeJson(text);
  const read = readDocuments(text, 'json');
  assert.equal(whole.hits, [], text);
  assert.equal(read.hits, [], text);
  assert.is(read.documentCount, 1);
  const [one, other] = [read.documents[0] as SourceDocument, whole.documents[0] as SourceDocument];
  // Prototypes are compared as well: neither inherits anything.
  assert.ok(isDeepStrictEqual(one.value, other.value), text);
  assert.equal(describe(one), describe(other), text);
  return true;
}

test('what the plain reader accepts means the same to the whole one', () => {
  let accepted = 0;
  fc.assert(
    fc.property(file, (text) => {
      if (compare(text)) accepted++;
    }),
    { numRuns: runs },
  );
  assert.ok(accepted > runs / 4, `only ${accepted} accepted`);
});

test('the plain reader takes an ordinary spec, and leaves what is unusual', () => {
  const spec = {
    jobName: 'nightly',
    modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/models/' } },
    jobTags: [{ key: 'team', value: 'nlp' }],
    vpcConfig: { subnetIds: [], securityGroupIds: ['sg-0a1b2c3d'] },
  };
  assert.ok(compare(JSON.stringify(spec)));
  assert.ok(compare(`${JSON.stringify(spec, null, 2)}\n`));
  for (const text of traps) {
    assert.is(readPlainJson(text), undefined, text);
    assert.is(readPlainJson(`{"a":${text}`), undefined, text);
  }
});

test('the limits of the whole reader hold', () => {
  const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
  assert.ok(compare(nested(16)));
  for (const text of [nested(17), nested(8000), `{"${'k'.repeat(101)}":1}`, `"${'x'.repeat(17_000)}"`])
    assert.is(readPlainJson(text), undefined);
});

test.run();
