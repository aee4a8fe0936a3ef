import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readDocuments, type SourceFile } from '../../packages/validator/src/source/read-documents.ts';

const mebibyte = 1024 * 1024;
const long = 10 * mebibyte - 100;

function read(source: string | Uint8Array, format: 'yaml' | 'json' = 'yaml'): SourceFile {
  const started = performance.now();
  const file = readDocuments(source, format);
  const seconds = (performance.now() - started) / 1000;
  assert.ok(seconds < 10, `took ${seconds} s`);
  return file;
}

function limitOf(file: SourceFile): unknown {
  assert.is(file.hits.length, 1);
  assert.is(file.hits[0]!.rule, 'spec/limits');
  assert.equal(file.documents, []);
  return file.hits[0]!.facts['what'];
}

test('64 levels pass and 65 do not, in both formats and in aliases', () => {
  const nest = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
  for (const format of ['yaml', 'json'] as const) {
    assert.equal(read(nest(64), format).hits, []);
    assert.is(limitOf(read(nest(65), format)), 'depth');
    assert.is(read(nest(65), format).hits[0]!.start, 64);
    assert.is(limitOf(read('['.repeat(100_000), format)), 'depth');
  }
  assert.is(limitOf(read('- '.repeat(100_000))), 'depth');
  assert.is(limitOf(read('{a: '.repeat(100_000))), 'depth');
  assert.is(limitOf(read('? '.repeat(100_000))), 'depth');
  assert.equal(read(`a: &a ${nest(40)}\nb: ${'['.repeat(23)}*a${']'.repeat(23)}`).hits, []);
  assert.is(limitOf(read(`a: &a ${nest(40)}\nb: ${'['.repeat(24)}*a${']'.repeat(24)}`)), 'depth');
});

test('100,000 values pass and one more does not', () => {
  const list = (items: number): string => `[${'1,'.repeat(items - 1)}1]`;
  for (const format of ['yaml', 'json'] as const) {
    assert.equal(read(list(99_999), format).hits, []);
    assert.is(limitOf(read(list(100_000), format)), 'nodes');
  }
});

test('an alias bomb is refused where it goes off', () => {
  const lines = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
  for (let i = 0; i < 25; i++) {
    const [old, name] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
    lines.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${old}`).join(',')}]`);
  }
  const file = read(lines.join('\n'));
  assert.is(limitOf(file), 'nodes');
  assert.is(file.hits[0]!.pointer, '/f/0');
});

test('a merge bomb is refused', () => {
  const keys = Array.from({ length: 9000 }, (_, i) => `k${i}: 1`).join(', ');
  assert.is(limitOf(read(`a: &a {${keys}}\nb:\n  <<: [${'*a, '.repeat(5000)}*a]\n`)), 'nodes');
});

test('a circular alias is refused, and the next document is read', () => {
  const file = read('a: &a [*a]\n---\nb: 1\n');
  assert.is(file.hits[0]!.rule, 'spec/parse');
  assert.is(file.hits[0]!.pointer, '/a/0');
  assert.is(file.documents.length, 1);
  assert.is(file.documents[0]!.index, 1);
});

test('ten million characters of one kind are read or refused', () => {
  const readable: [string, 'yaml' | 'json'][] = [
    [`a: ${'x'.repeat(long)}`, 'yaml'],
    [`a: "${'x\\n'.repeat(long / 3)}"`, 'yaml'],
    [`a: |\n${'  text, more: x\n'.repeat(long / 16)}`, 'yaml'],
    [`{"a": "${'\\u0041'.repeat(long / 6 - 3)}"}`, 'json'],
    [`a: ${'1'.repeat(long)}`, 'yaml'],
    [`${'# comment\n'.repeat(long / 10 - 1)}a: 1`, 'yaml'],
    [`${' '.repeat(long)}1`, 'json'],
  ];
  for (const [text, format] of readable) assert.equal(read(text, format).hits, [], text.slice(0, 20));
  assert.is(limitOf(read(`[${'a,'.repeat(long / 2)}]`)), 'nodes');
  assert.is(limitOf(read('- \n'.repeat(long / 3))), 'nodes');
  assert.is(limitOf(read('--- a\n'.repeat(long / 6))), 'documents');
  assert.is(limitOf(read('x'.repeat(10 * mebibyte + 1))), 'bytes');
  assert.is(limitOf(read('é'.repeat(5 * mebibyte + 1))), 'bytes');
  assert.is(limitOf(read(new Uint8Array(10 * mebibyte + 1))), 'bytes');
});

test('as many equal keys as fit are found in linear time', () => {
  const keys = Array.from({ length: 45_000 }, (_, i) => `"k${i}": 1`).join(', ');
  const again = Array.from({ length: 45_000 }, () => '"k44999": 1').join(', ');
  for (const format of ['yaml', 'json'] as const) assert.is(read(`{${keys}, ${again}}`, format).hits.length, 45_000);
});

test('5,000 documents are read as 5,000 documents', () => {
  const file = read('jobName: nightly\ntags: [a, b]\n---\n'.repeat(5000));
  assert.equal(file.hits, []);
  assert.is(file.documents.length, 5000);
});

test('bytes that are not UTF-8 are refused, with the place of the first', () => {
  const problemOf = (bytes: number[]): unknown => {
    const file = read(new Uint8Array(bytes));
    assert.is(file.hits[0]?.rule, 'spec/encoding');
    return [file.hits[0]?.facts['problem'], file.lines.position(file.hits[0]!.start).column];
  };
  assert.equal(problemOf([0x61, 0x3a, 0x20, 0xc3, 0x28]), ['byte 0xc3 at offset 3', 4]);
  assert.equal(problemOf([0xef, 0xbb, 0xbf, 0x61, 0xff]), ['byte 0xff at offset 4', 2]);
  assert.equal(problemOf([0x61, 0xed, 0xa0, 0x80]), ['byte 0xed at offset 1', 2]);
  assert.equal(problemOf([0xff, 0xfe, 0x61, 0x00]), ['UTF-16', 1]);
  assert.equal(problemOf([0x00, 0x7b, 0x00, 0x7d]), ['UTF-16', 1]);
  assert.equal(problemOf([0x7b, 0x00, 0x7d, 0x00]), ['UTF-16', 1]);
  assert.equal(problemOf([0xff, 0xfe, 0x00, 0x00]), ['UTF-32', 1]);
  assert.is(read('a: "\\ud800"').hits[0]?.rule, 'spec/encoding');
  assert.is(read('"\\udc00"', 'json').hits[0]?.rule, 'spec/encoding');
  assert.is(read('a: \ud800').hits[0]?.rule, 'spec/encoding');
  assert.equal(read('a: "\\ud83d\\ude00 \u{1F600}"').hits, []);
  assert.is(read('a: "\\UFFFFFFFF"').hits[0]?.rule, 'spec/parse');
});

test('JSON is what RFC 8259 says, and nothing more', () => {
  const refused: [string, string][] = [
    ['{"a": 1,}', 'found a trailing comma, which JSON does not have'],
    ['[1,]', 'found a trailing comma, which JSON does not have'],
    ['{a: 1}', 'found "a", expected a key in double quotes'],
    ['{"a" 1}', 'found "1", expected `:` after the key'],
    ['[1 2]', 'found "2", expected `,` or `]`'],
    ['[1', 'found the end of the text, expected `,` or `]`'],
    ['{} {}', 'found "{", expected the end of the text'],
    ['// x', 'found a comment, which JSON does not have, expected a value'],
    ['01', 'found "01", expected a value'],
    ['+1', 'found "+1", expected a value'],
    ['.5', 'found ".5", expected a value'],
    ['1.', 'found "1.", expected a value'],
    ['NaN', 'found "NaN", expected a value'],
    ["'a'", 'found "\'", expected a value'],
    ['"a\tb"', 'found the control character U+0009, expected an escape such as `\\n`'],
    ['"a', 'found a string that does not end, expected a closing quote'],
    ['"\\x41"', 'found an escape that JSON does not have'],
    ['"\\u12"', 'found `\\u` without four hexadecimal digits'],
  ];
  for (const [text, problem] of refused) {
    const file = read(text, 'json');
    assert.is(file.hits[0]?.rule, 'spec/parse', text);
    assert.is(file.hits[0]?.facts['problem'], problem, text);
    assert.throws(() => JSON.parse(text), undefined, text);
  }
  assert.is(read(' \n', 'json').hits[0]?.rule, 'spec/empty');
});

test.run();
