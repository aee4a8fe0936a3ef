import { linearEngine } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { RuleBudget, SpecBudget } from '../../packages/validator/src/policy/language/budget.ts';
import { checkExpression } from '../../packages/validator/src/policy/language/check.ts';
import { compileExpression, type ProgramSource } from '../../packages/validator/src/policy/language/compile.ts';
import {
  type KeptTree,
  keepProgram,
  recallProgram,
} from '../../packages/validator/src/policy/language/keep-program.ts';
import { parseExpression } from '../../packages/validator/src/policy/language/parse.ts';
import { showValue } from '../../packages/validator/src/policy/language/show-value.ts';
import type { Value } from '../../packages/validator/src/policy/language/value.ts';
import { evaluate } from './evaluate-program.ts';
import { stationEnvironment } from './station-api.ts';

const morning = { takenAt: '2026-11-23T10:00:00Z', serial: 5 };
const sameMorning = { takenAt: '2026-11-23T11:00:00+01:00', serial: 5 };

/** What an expression gives of an input, as it is checked and as it is kept; its first problem where it has one. */
function ask(source: string, input: Value): string {
  const checked = checkExpression(parseExpression(source).tree!, stationEnvironment, source);
  if (checked.problems.length > 0) return `refused: ${checked.problems[0]!.message}`;
  const kept = JSON.parse(JSON.stringify(keepProgram(checked))) as KeptTree;
  const given = [checked, recallProgram(kept, linearEngine)].map((program) => run(program, input));
  assert.is(given[1], given[0], source);
  return given[0]!;
}

function run(source: ProgramSource, input: Value): string {
  const result = evaluate(compileExpression(source), new Map([['input', input]]), new RuleBudget(new SpecBudget()));
  return 'error' in result ? result.error : showValue(result.value);
}

const outcomes: readonly (readonly [source: string, input: Value, outcome: string])[] = [
  ['input.first == input.second', { first: morning, second: sameMorning }, '`true`'],
  ['input.first != input.second', { first: morning, second: sameMorning }, '`false`'],
  ['input.first == input.second', { first: morning, second: { ...sameMorning, serial: 6 } }, '`false`'],
  ['input.first == input.second', { first: morning, second: { takenAt: sameMorning.takenAt } }, '`false`'],
  ['input.first in input.readings', { first: morning, readings: [{ serial: 1 }, sameMorning] }, '`true`'],
  ['input.readings == [input.second]', { second: sameMorning, readings: [morning] }, '`true`'],
  ['input.readings.exists(r, r == input.second)', { second: sameMorning, readings: [morning] }, '`true`'],
  ['[input.first].exists(r, r in input.readings)', { first: morning, readings: [sameMorning] }, '`true`'],
  ['input.first == input.second', { first: { place: { lat: 1 } }, second: { place: { lat: 1 } } }, '`true`'],
  // What is not a number differs from itself.
  ['input.first == input.second', { first: { level: 'NaN' }, second: { level: 'NaN' } }, '`false`'],
  ['input.first == input.second', { first: { level: '-Infinity' }, second: { level: '-Infinity' } }, '`true`'],
  [
    'input.openings == {"june": timestamp("2026-11-23T11:00:00+01:00")}',
    { openings: { june: '2026-11-23T10:00:00Z' } },
    '`true`',
  ],
  // JSON's reader has rounded both to the same number.
  [
    'input.first == input.second',
    { first: { serial: 2 ** 53 }, second: { serial: 2 ** 53 } },
    '`9007199254740992` cannot be read as an exact whole number',
  ],
  ['input.limits == {"RAIN": 5}', { limits: { RAIN: 5 } }, '`true`'],
];
for (const [source, input, outcome] of outcomes)
  test(`${source} of ${JSON.stringify(input)}`, () => assert.is(ask(source, input), outcome));

test('a structure that may hold itself is not compared as a whole', () => {
  const refused = 'refused: Part holds too much to be compared as a whole';
  assert.is(ask('input.part == input.part', {}), refused);
  assert.is(ask('has(input.part.parts) && input.part in input.part.parts', {}), refused);
});

test('reading a whole is counted', () => {
  const { tree } = parseExpression('input.readings.all(r, r in input.readings)');
  const readings = Array.from({ length: 2000 }, (_, at) => ({ takenAt: '2026-11-23T10:00:00Z', serial: at }));
  const checked = checkExpression(tree!, stationEnvironment);
  assert.is(run(checked, { readings }), 'the rule takes more than 1,000,000 steps');
});

test.run();
