import fc from 'fast-check';
import { CORE_SCHEMA, dump, load, mergeTag } from 'js-yaml';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocuments } from '../../packages/validator/src/source/read-documents.ts';

const schema = CORE_SCHEMA.withTags(mergeTag);
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const ours = (text: string, format: 'yaml' | 'json'): unknown => {
  const file = readDocuments(text, format);
  assert.equal(file.hits, [], text);
  return plain(file.documents[0]!.value);
};

test('reads any JSON as JSON.parse does, in both formats', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      assert.equal(ours(text, 'json'), JSON.parse(text));
      assert.equal(ours(text, 'yaml'), JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});

test("reads what js-yaml writes as js-yaml's own constructor does", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(0, 1, -1), (value, flowLevel) => {
      const text = dump(value, { flowLevel, lineWidth: 40 });
      const expected = load(text, { schema });
      if (value === null) return;
      assert.equal(ours(text, 'yaml'), plain(expected), text);
    }),
    { numRuns: 500 },
  );
});

test('resolves merge keys as js-yaml does', () => {
  for (const text of [
    'a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}\n',
    'a: &a {x: 1, y: 2}\nb: {y: 3, <<: *a}\n',
    'a: &a {x: 1}\nb: &b {x: 2, z: 3}\nc: {<<: [*a, *b]}\nd: {<<: *b, <<: *a}\n',
    'a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b}\n',
    'a: {"<<": {x: 1}}\n',
  ])
    assert.equal(ours(text, 'yaml'), plain(load(text, { schema })), text);
});

test('a mapping inherits nothing, and no key reaches a prototype', () => {
  for (const format of ['yaml', 'json'] as const) {
    const value = readDocuments('{"__proto__": {"polluted": 1}, "a": {}}', format).documents[0]!.value;
    assert.equal(Object.keys(value as object), ['__proto__', 'a']);
    assert.is('toString' in (value as object), false);
    assert.is(({} as Record<string, unknown>)['polluted'], undefined);
  }
});

test.run();
