import { api } from '@shapegate/validator/api';
import { loadPolicies, mutateRule } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';

/** What `--mutate` tells of a rule about lists of jobs. */
function mutate(condition: string, pass: string, fail: string) {
  const text = `apiVersion: shapegate/v1
kind: Policy
metadata: { name: acme }
for: ListModelImportJobs
rules:
  - id: acme/listed
    message: another list was asked for
    assert: '${condition}'
    tests: { pass: [${pass}], fail: [${fail}] }
`;
  const { rules, problems } = loadPolicies([{ file: 'a.yaml', text, format: 'yaml' }], api);
  assert.equal(problems, []);
  const [rule] = rules;
  if (rule === undefined) throw new Error('the rule was not loaded');
  const { killed, survivors } = mutateRule(rule);
  return { killed, survivors: survivors.map(({ range, message }) => `${range.start.column} ${message}`) };
}

test('a name of a list that no test asks for is told, at its place', () => {
  const names = 'has(input.nameContains) && input.nameContains in ["nightly", "weekly"]';
  assert.equal(mutate(names, '{ nameContains: nightly }', '{ nameContains: hourly }').survivors, [
    '75 no test notices a change that drops `"weekly"`',
  ]);
  assert.equal(
    mutate(names, '{ nameContains: nightly }, { nameContains: weekly }', '{ nameContains: hourly }').survivors,
    [],
  );
});

test('so is one that a macro goes through', () => {
  const parts = 'has(input.nameContains) && ["night", "week"].exists(part, input.nameContains.startsWith(part))';
  assert.equal(mutate(parts, '{ nameContains: nightly }', '{ nameContains: hourly }').survivors, [
    '51 no test notices a change that drops `"week"`',
  ]);
});

test('a value of an enumeration is changed into another of its values', () => {
  const done = 'has(input.statusEquals) && input.statusEquals != "Failed"';
  assert.equal(mutate(done, '{ statusEquals: InProgress }', '{ statusEquals: Failed }').survivors, []);
  assert.equal(mutate(done, '{ statusEquals: InProgress }', '{}').survivors, [
    '41 no test notices a change that drops `input.statusEquals != "Failed"`',
    '63 no test notices a change that writes another literal for `"Failed"`',
  ]);
});

test('a number at the edge of its range is changed into its other neighbour', () => {
  const most = 'has(input.maxResults) && input.maxResults != 1000';
  assert.equal(mutate(most, '{ maxResults: 999 }', '{ maxResults: 1000 }').survivors, []);
  assert.equal(mutate(most, '{ maxResults: 10 }', '{}').survivors, [
    '39 no test notices a change that drops `input.maxResults != 1000`',
    '59 no test notices a change that writes another literal for `1000`',
  ]);
});

test('what the checker refuses is no change', () => {
  // Its guard negated or dropped: the member may not be there then.
  const few = mutate('has(input.maxResults) && input.maxResults < 100', '{ maxResults: 99 }', '{ maxResults: 100 }');
  assert.equal(few, { killed: 4, survivors: [] });
});

test.run();
