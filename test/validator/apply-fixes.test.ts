import { applyFixes, type Finding, LineIndex, lintText } from '@shapegate/validator';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jobApi } from './job-api.ts';

const lint =
  (format: 'yaml' | 'json' = 'yaml') =>
  (text: string) =>
    lintText(text, { file: `a.${format}`, format, api: jobApi }).findings;

function fix(text: string, format: 'yaml' | 'json' = 'yaml'): string {
  return applyFixes(text, lint(format)).text;
}

/** A finding on every place of a word, with a fix that writes another one. */
function findWord(text: string, word: string, replacement: string, reach = word.length): Finding[] {
  const lines = new LineIndex(text);
  return [...text.matchAll(new RegExp(word, 'g'))].map(({ index }) => ({
    rule: `test/${word}`,
    severity: 'error' as const,
    message: '',
    help: '',
    pointer: `/${index}`,
    document: 0,
    range: lines.range(index, index + word.length),
    related: [],
    fix: { title: replacement, edits: [{ range: lines.range(index, index + reach), text: replacement }] },
    suppressed: null,
    valueHash: word,
  }));
}

test('all fixes of a text are applied and nothing else is touched', () => {
  assert.is(
    fix('# a\r\nName:  0755 # mode\r\nsize: "small"\r\nzones: [x, null, y]\r\n# end\r\n'),
    '# a\r\nname:  "0755" # mode\r\nsize: "SMALL"\r\nzones: [x, y]\r\n# end\r\n',
  );
  assert.is(
    fix('{\n\t"name": 42,\n\t"size" : "small",\n\t"note": null\n}', 'json'),
    '{\n\t"name": "42",\n\t"size" : "SMALL"\n}',
  );
});

test('the byte order mark, a missing line break at the end and several documents are kept', () => {
  assert.is(fix('\ufeffname: 1\n---\nname: 2\n---\nname: 3'), '\ufeffname: "1"\n---\nname: "2"\n---\nname: "3"');
  assert.is(fix('name: a\nzones:\n  - x\n  - null'), 'name: a\nzones:\n  - x');
});

test('what was fixed and what was left is told', () => {
  const { applied, left, findings } = applyFixes('name: a b\nsize: small\nzones: [null, null]\n', lint());
  assert.equal(
    applied.map(({ rule, pointer }) => `${rule} ${pointer}`),
    ['shape/enum /size', 'shape/type /zones/0'],
  );
  assert.equal(
    findings.map(({ rule, pointer }) => `${rule} ${pointer}`),
    ['shape/pattern /name', 'shape/type /zones/0'],
  );
  assert.equal(left, []);
});

test('fixes that overlap wait for the next round', () => {
  const { text, applied } = applyFixes('aaaa', (current) =>
    [...current.matchAll(/aa/g)].length > 0
      ? findWord(current, 'aa', 'b').concat(findWord(current, 'a', 'c', 2).slice(1, 2))
      : [],
  );
  assert.is(text, 'bb');
  assert.is(applied.length, 2);
});

test('a fix that brings another finding is left, and the others are applied all the same', () => {
  const calls: string[] = [];
  const { text, left, applied } = applyFixes('one two three four five', (current) => {
    calls.push(current);
    return [
      ...findWord(current, 'two', 'bad'),
      ...findWord(current, 'three', '3'),
      ...findWord(current, 'five', '5'),
      ...findWord(current, 'bad', 'two'),
    ];
  });
  assert.is(text, 'one two 3 four 5');
  assert.equal(
    left.map(({ rule }) => rule),
    ['test/two'],
  );
  assert.is(applied.length, 2);
  assert.ok(calls.length < 12, `${calls.length} calls`);
});

test('a fix that undoes another one ends', () => {
  let calls = 0;
  const { text } = applyFixes('ping', (current) => {
    calls += 1;
    return current === 'ping' ? findWord(current, 'ping', 'pong') : findWord(current, 'pong', 'ping');
  });
  assert.is(text, 'ping');
  assert.ok(calls < 5);
});

test('what is suppressed is not fixed', () => {
  const { text } = applyFixes('one', (current) =>
    findWord(current, 'one', '1').map((finding) => ({
      ...finding,
      suppressed: { by: 'waiver' as const, reason: 'x' },
    })),
  );
  assert.is(text, 'one');
});

test('where an alias stands for a text, it is left to a person', () => {
  const text = 'name: a\nnote: &s small\nsize: *s\n';
  assert.is(fix(text), text);
  assert.is(fix('name: a\nsize: &s small\n'), 'name: a\nsize: &s SMALL\n');
});

test('thousands of fixes take a moment, and one bad one among them does not stop the others', () => {
  const count = 2000;
  const text = `name: a\nzones:\n${'- 42\n'.repeat(count)}`;
  const { text: fixed } = applyFixes(text, (current) => lint()(current).filter(({ rule }) => rule === 'shape/type'));
  assert.is(fixed, `name: a\nzones:\n${'- "42"\n'.repeat(count)}`);
});

test.run();
