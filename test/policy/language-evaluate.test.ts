import { fullFormats } from 'ajv-formats/dist/formats.js';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression } from '../../packages/validator/src/policy/language/compile.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { showValue } from '../../packages/validator/src/policy/language/show-value.ts';
import { Duration, Timestamp, Uint, type Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluate } from './evaluate-program.ts';
import { evaluateText } from './evaluate-text.ts';
import { parcelEnvironment } from './policy-api.ts';

const parcel: Readonly<Record<string, Value>> = {
  name: 'nightly',
  speed: 'SLOW',
  weight: 7,
  price: 2,
  sendAt: '2026-11-23T10:00:00Z',
  floors: [1, 2, 3],
  stops: [{ city: 'Rome' }, { city: 'Bonn', street: 'Main' }],
  tags: { team: 'nlp' },
  notes: ['a', null],
  extra: { count: 3, list: [1, { deep: true }] },
};

/** How `ajv-formats` has a format with an order. */
interface Format {
  validate(text: string): boolean;
}

/** The value or the error with its text. */
function run(source: string, input: Value = parcel): string {
  const values = new Map<string, Value>([
    ['input', input],
    ['target', { region: 'eu-central-1' }],
  ]);
  const { result } = evaluateText(source, parcelEnvironment, values);
  if (result === null) return 'does not parse';
  return 'error' in result ? `${result.error} [${source.slice(result.start, result.end)}]` : showValue(result.value);
}

const outcomes: readonly (readonly [source: string, outcome: string])[] = [
  ['input.weight', '`7`'],
  ['input.weight + 1 == 8', '`true`'],
  ['input.price + 0.5 == 2.5', '`true`'],
  ['2 in input.floors', '`true`'],
  ['input.floors == [1, 2, 3]', '`true`'],
  ['input.floors.map(floor, floor * 2) == [2, 4, 6]', '`true`'],
  ['input.floors[0] / 2', '`0`'],
  ['input.sendAt + duration("90m")', '`2026-11-23T11:30:00Z`'],
  ['input.stops[1].street', '`Main`'],
  ['input.stops[0].street', '`street` is not there [street]'],
  ['input.stops.map(stop, stop.city).join("+")', '`Rome+Bonn`'],
  ['input.tags.all(key, input.tags[key] == "nlp")', '`true`'],
  ['input.tags["cost"]', 'the map has no key `cost` [input.tags["cost"]]'],
  ['input.notes.filter(note, note != null) == ["a"]', '`true`'],
  ['input.extra.count + 1.0 == 4.0 && input.extra.list[1].deep', '`true`'],
  ['has(input.extra.constructor) || has(input.extra.__proto__)', '`false`'],
  ['"toString" in input.tags', '`false`'],
  ['input.stops[7]', 'index 7 is out of the bounds of a list of 2 [input.stops[7]]'],
  ['target.account == "1"', '`account` is not there [account]'],
  ['target.account == "1" || true', '`true`'],
  ['item', '`item` has no value here [item]'],
  [
    '9223372036854775807 + input.weight',
    'the result does not fit in an int of 64 bits [9223372036854775807 + input.weight]',
  ],
  ['"\uff5e" < "😀"', '`true`'],
  ['{"a": 1, "a": 2}', 'the key `a` is there twice ["a"]'],
];

for (const [source, outcome] of outcomes) test(`evaluates ${source}`, () => assert.is(run(source), outcome));

test('an input that the model does not allow is an error, not a crash', () => {
  const wrong = {
    name: 3,
    weight: '7',
    price: 'x',
    sendAt: 'soon',
    floors: [1, 1.5],
    stops: null,
    tags: [],
    notes: 'a',
  };
  assert.is(run('input.name.startsWith("a")', wrong), 'expected a string, found a number [name]');
  assert.is(run('input.weight > 3', wrong), 'expected a whole number, found a string [weight]');
  assert.is(
    run('input.weight > 3', { weight: 2 ** 53 }),
    '`9007199254740992` cannot be read as an exact whole number [weight]',
  );
  assert.is(run('input.price > 3.0', { price: 'Infinity' }), '`true`');
  assert.is(
    run('input.sendAt > timestamp("2026-01-01T00:00:00Z")', wrong),
    'expected a timestamp such as `2026-11-23T11:30:00Z` [sendAt]',
  );
  assert.is(run('1 in input.floors', wrong), '`1.5` cannot be read as an exact whole number [floors]');
  assert.is(run('size(input.stops) > 1', wrong), 'expected a list, found `null` [stops]');
  assert.is(run('input.tags.team', wrong), 'expected a mapping, found a list [tags]');
  assert.is(run('input.name', 'text'), 'expected a mapping, found a string [input]');
});

test('one budget serves all that a rule asks of a spec', () => {
  const { tree } = parseExpression('input.floors.all(a, input.floors.all(b, a > 0))');
  const program = compileExpression(checkExpression(tree!, parcelEnvironment));
  const spec = new SpecBudget(500);
  const values = new Map<string, Value>([['input', parcel]]);
  const budget = new RuleBudget(spec);
  assert.equal(evaluate(program, values, budget), { value: true });
  const { spent } = budget;
  assert.ok(spent > 20 && spent < 200, `${spent}`);
  let rounds = 1;
  for (; 'value' in evaluate(program, values, new RuleBudget(spec)); rounds++) assert.ok(rounds < 100);
  assert.is(rounds, Math.floor(500 / spent));
});

test('an observer is told of each branch', () => {
  const source = 'input.weight > 5 && (input.price > 9.0 ? true : input.name == "x")';
  const { tree } = parseExpression(source);
  const seen: string[] = [];
  const program = compileExpression(checkExpression(tree!, parcelEnvironment), (node, result) =>
    seen.push(`${source.slice(node.start, node.end)} ${result}`),
  );
  evaluate(program, new Map([['input', parcel]]), new RuleBudget(new SpecBudget()));
  assert.equal(seen, [
    'input.weight > 5 true',
    'input.price > 9.0 false',
    'input.price > 9.0 ? true : input.name == "x" false',
    'input.weight > 5 && (input.price > 9.0 ? true : input.name == "x" false',
  ]);
});

test('values are shown as messages quote them', () => {
  assert.equal(
    [null, true, 3n, new Uint(3n), 0.5, 'a`b', [1n], new Timestamp(0n), new Duration(1_500_000_000n)].map(showValue),
    ['`null`', '`true`', '`3`', '`3`', '`0.5`', '`a\\u0060b`', 'a list of 1', '`1970-01-01T00:00:00Z`', '`1.5s`'],
  );
});

for (const [written, moment] of [
  ['2026-11-23T11:30:00+0130', '2026-11-23T10:00:00Z'],
  ['2026-11-23t11:00:00+01', '2026-11-23T10:00:00Z'],
  ['2026-11-23 10:00:00.1234567891z', '2026-11-23T10:00:00.123456789Z'],
  ['2016-12-31T23:59:60Z', '2017-01-01T00:00:00Z'],
  [1_795_428_000.25, '2026-11-23T10:00:00.25Z'],
  [-0.000001, '1969-12-31T23:59:59.999999Z'],
] as const)
  test(`the moment ${written} of the input is ${moment}`, () => {
    if (typeof written === 'string') assert.ok((fullFormats['date-time'] as Format).validate(written));
    assert.is(run(`input.sendAt == timestamp("${moment}")`, { ...parcel, sendAt: written }), '`true`');
  });

test.run();
