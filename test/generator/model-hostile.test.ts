import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import type { ModelEvent } from '../../packages/validator/src/leaves.ts';

const head = '$version: "2.0"\nnamespace acme.jobs\n';

function check(text: string, file = 'jobs.smithy'): ModelEvent[] {
  return checkModel(assembleModel([{ file, text }]));
}

function firstError(text: string, file?: string): string {
  const event = check(text, file).find(({ severity }) => severity === 'error');
  return event === undefined ? 'no error' : `${event.range.start.line}:${event.range.start.column} ${event.message}`;
}

test('nesting of 5,000 levels is an event', () => {
  assert.is(
    firstError(`${head}@documentation(${'['.repeat(5000)}`),
    '3:80 syntax error: values are nested deeper than 64 levels',
  );
  assert.is(
    firstError(`{"smithy":${'['.repeat(5000)}`, 'a.json'),
    '1:210 not JSON: values are nested deeper than 200 levels',
  );
  assert.match(firstError(`${head}@trait(selector: "${':not('.repeat(5000)}")\nstructure deep {}`), 'nested deeper');
});

test('every cut of a text ends with events and without a crash', () => {
  const text = `${head}/// A job.\n@length(min: 1)\nstructure Job for Run with [Named] {\n  $id\n  @tags(["a"]) name: String = """\n    x"""\n}\napply Job { @sensitive }\n`;
  for (let end = 0; end <= text.length; end++) check(text.slice(0, end));
  const ast =
    '{"smithy":"2.0","shapes":{"a.b#C":{"type":"structure","members":{"d":{"target":"a.b#C","traits":{"smithy.api#required":{}}}}}}}';
  for (let end = 0; end < ast.length; end++) assert.is.not(firstError(ast.slice(0, end), 'a.json'), 'no error');
});

test('mixins in a circle, and shapes behind it, are refused', () => {
  const text = `${head}@mixin\nstructure A with [B] {}\n@mixin\nstructure B with [A] {}\nstructure C with [A] {}\n@mixin\nstructure D with [D] {}\n`;
  const refused = check(text).filter(({ message }) => message.includes('circle'));
  assert.equal(
    refused.map(({ shape }) => shape),
    ['acme.jobs#A', 'acme.jobs#B', 'acme.jobs#C', 'acme.jobs#D'],
  );
});

test('a chain of 20,000 mixins does not exhaust the stack', () => {
  const chain = Array.from({ length: 20_000 }, (_, n) => `@mixin\nstructure M${n + 1} with [M${n}] {}\n`).join('');
  check(`${head}@mixin\nstructure M0 {}\n${chain}`);
});

test('a shape that is itself, through members, traits or resources, is walked once', () => {
  check(
    `${head}structure A { a: A }\nlist L { member: L }\nresource R { resources: [R] }\n@S(s: {s: {}})\n@trait\nstructure S { s: S }\n`,
  );
});

test('control characters and halves of surrogate pairs are events', () => {
  assert.is(firstError(`${head}\u0000string Job`), '3:1 syntax error: found character `U+0000`, expected Smithy');
  assert.match(
    firstError(`${head}@documentation("\u0000")\nstring Job`),
    '3:17 syntax error: found a control character',
  );
  assert.match(firstError(`${head}string \ud800`), 'half of a surrogate pair');
  assert.match(firstError('{"smithy":"2.0","metadata":{"a":"\\ud800"}}', 'a.json'), 'half of a surrogate pair');
});

test('names that every object has are ordinary names', () => {
  const text = `${head}structure constructor { __proto__: String, toString: hasOwnProperty }\nstring hasOwnProperty\n@trait\nstructure valueOf {}\n@valueOf(__proto__: 1)\nstring x\n`;
  assert.equal(
    check(text).map(({ severity, rule }) => `${severity} ${rule}`),
    ['warning TraitValue.UnknownMember.acme.jobs#valueOf.__proto__'],
  );
});

test('time grows with the text', () => {
  const started = performance.now();
  check('\n'.repeat(5_000_000));
  check(`${head}${'// '.repeat(1_000_000)}`);
  check(`${head}${'/// x\n'.repeat(200_000)}string Job`);
  check(`${head}@documentation("""\n${' '.repeat(500_000)}x\n""")\nstring Job`);
  check(`${head}${'}'.repeat(500_000)}`);
  check(`${head}@tags([${'"a" '.repeat(200_000)}])\nstring Job`);
  check(`${head}${'a!\n'.repeat(50_000)}`);
  assert.ok(performance.now() - started < 20_000);
});

test('time and words grow with the model, and not with its square', () => {
  const many = 4_000;
  const repeat = (write: (n: number) => string): string => Array.from({ length: many }, (_, n) => write(n)).join('');
  const started = performance.now();
  for (const body of [
    repeat((n) => `structure A${n} { @required a: A${(n + 1) % many} }\n`),
    repeat((n) => `union A${n} { a: A${n + 1} }\n`) + `union A${many} { a: String }`,
    repeat(
      (n) =>
        `@readonly @http(method: "GET", uri: "/{x}") operation O${n} { input := { @required @httpLabel x: String } }\n`,
    ) + `service S { operations: [${repeat((n) => `O${n} `)}] }`,
    repeat(
      (n) =>
        `resource R${n} { identifiers: { i: String } resources: [R${n + 1}] operations: [O${n}] }\noperation O${n} { input := { j: String } }\n`,
    ) + `resource R${many} { identifiers: { i: String, j: String } }`,
  ]) {
    const words = check(head + body).reduce((sum, { message }) => sum + message.length, 0);
    assert.ok(words < many * 1_000);
  }
  assert.ok(performance.now() - started < 60_000);
});

test.run();
