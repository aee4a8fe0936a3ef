import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { splitMessage } from '../../packages/validator/src/policy/document/split-message.ts';

function show(text: string): string[] {
  const { parts, unended } = splitMessage(text);
  const shown = parts.map((part) => {
    if (part.kind === 'words') return part.text;
    assert.is(text.slice(part.start, part.start + part.source.length), part.source);
    return `<${part.source.trim()}>`;
  });
  return unended === null ? shown : [...shown, `unended ${unended}`];
}

test('an expression ends where the language says that it does', () => {
  const cases: readonly (readonly [string, ...string[]])[] = [
    ['a {{ input.jobName }} b', 'a ', '<input.jobName>', ' b'],
    ['{{ {"a": {"b": 1}}.a.b }}!', '<{"a": {"b": 1}}.a.b>', '!'],
    ['{{ "}}" + "\\"}}" }}.', '<"}}" + "\\"}}">', '.'],
    ['{{ r"\\" + input.jobName }} b', '<r"\\" + input.jobName>', ' b'],
    ['{{ """a"b""" }}', '<"""a"b""">'],
    ["{{ '''it's''' }}", "<'''it's'''>"],
    ["{{ input.jobName // it's\n}} b", "<input.jobName // it's>", ' b'],
    ['{{ input.jobName // the name }} b', '<input.jobName // the name>', ' b'],
    ['{{ number"x" }}', '<number"x">'],
    ['{{ input.jobName', 'unended 0'],
    ['a {{ "b }}"', 'unended 2'],
  ];
  for (const [text, ...parts] of cases) assert.equal(show(text), parts, text);
});

test('what is no token still ends, so that it is told and the rest is read', () => {
  assert.equal(show('{{ "abc }} and {{ item }}'), ['<"abc>', ' and ', '<item>']);
  assert.equal(show('{{ "\\q }}" }}'), ['<"\\q>', '" }}']);
  assert.equal(show('{{ a = {"b": 1} }} b'), ['<a = {"b": 1}>', ' b']);
  assert.equal(show("{{ it's }}"), ["<it's>"]);
  assert.equal(show("{{ it's"), ['unended 0']);
});

test('many broken expressions are split soon', () => {
  const start = performance.now();
  for (const one of ['{{"""}}', '{{ r"', "{{ '''", '{{ # }}', '{{ //']) show(one.repeat(50_000));
  assert.ok(performance.now() - start < 10_000);
});

test.run();
