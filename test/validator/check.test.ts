// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are what is tested
import { createHash } from 'node:crypto';
import { type CheckOptions, canonicalizeJson, checkInput, hashValue } from '@shapegate/validator';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { JsonValue } from '../../packages/validator/src/leaves.ts';
import { jobApi } from './job-api.ts';

const role = 'arn:aws:iam::111122223333:role/runner';

/** `severity rule pointer` of each finding. */
function check(input: JsonValue, options: CheckOptions = {}, operation = 'CreateJob'): string[] {
  return checkInput(jobApi, operation, input, options).map(
    ({ severity, rule, pointer, field }) => `${severity} ${rule} ${field ?? pointer}`,
  );
}

test('a good input has no finding', () => {
  assert.equal(
    check({ name: 'nightly', roleArn: role }, { target: { region: 'eu-central-1', account: '111122223333' } }),
    [],
  );
});

test('rules answer to the traits on the way, and what says more takes the place of what says less', () => {
  assert.equal(check({ name: 'a', roleArn: 'runner' }), ['error arn/format /roleArn']);
  assert.equal(check({ name: 'a', roleArn: role }, { target: { account: '444455556666' } }), [
    'warning arn/account /roleArn',
  ]);
  assert.equal(check({ name: 'a', roleArn: 42 }), ['error shape/type /roleArn']);
});

test('a finding never takes the place of a graver one', () => {
  const rules = { 'arn/format': 'warning' } as const;
  assert.equal(check({ name: 'a', roleArn: 'runner' }, { rules }), [
    'warning arn/format /roleArn',
    'error shape/pattern /roleArn',
  ]);
  assert.equal(check({ name: 'a', roleArn: 'runner' }, { rules: { 'arn/format': 'off' } }), [
    'error shape/pattern /roleArn',
  ]);
});

test('a placeholder and a reference are the one finding on their value', () => {
  assert.equal(check({ name: '<NAME>', roleArn: '<ROLE>' }), [
    'error value/placeholder /name',
    'error value/placeholder /roleArn',
  ]);
  assert.equal(check({ name: '${NAME}', network: { Ref: 'Network' } }), [
    'error value/reference /name',
    'error value/reference /network',
  ]);
  assert.equal(check({ Name: '<NAME>' }), ['error shape/unknown-member /Name', 'error value/placeholder /Name']);
});

test('references may be allowed, and are then not looked into; a gate takes them as they are written', () => {
  const input = { name: '${NAME}', roleArn: '${ROLE}', note: '${N}' };
  assert.equal(check(input, { references: 'allow' }), []);
  assert.equal(check(input, { references: 'literal' }), ['error shape/pattern /name', 'error arn/format /roleArn']);
});

test('settings silence and soften, but not what the model says where that is enforced', () => {
  assert.equal(check({ name: 'a b', size: 'M' }, { rules: { 'shape/pattern': 'off', 'shape/enum': 'info' } }), [
    'info shape/enum /size',
  ]);
  const rules = { 'shape/pattern': 'off', 'shape/enum': 'info', 'arn/account': 'off' } as const;
  const input = { name: 'a b', size: 'M', roleArn: role };
  assert.equal(check(input, { rules, enforced: true, target: { account: '444455556666' } }), [
    'error shape/pattern /name',
    'error shape/enum /size',
  ]);
});

test('the target is a place of its own', () => {
  const findings = checkInput(jobApi, 'CreateJob', { name: 'a' }, { target: { region: 'eu-west-1' } });
  assert.equal(
    findings.map(({ rule, pointer, field, valueHash }) => [rule, pointer, field, valueHash]),
    [['region/available', '', 'region', hashValue('eu-west-1')]],
  );
});

test('findings stand in the order of the input, what is missing behind its siblings', () => {
  const input = { zones: ['b', 'a', 'b'], size: 'M', network: { subnetIds: [1] }, workers: 0 };
  assert.equal(check(input), [
    'error shape/unique-items /zones/2',
    'error shape/enum /size',
    'error shape/type /network/subnetIds/0',
    'error shape/required /network/groupIds',
    'error shape/range /workers',
    'error shape/required /name',
  ]);
});

test('pointers are those of the input as it is written', () => {
  const input = { NAME: 'a b', Role_Arn: 'runner', network: { 'Subnet-Ids': [1], groupIds: [] } };
  const findings = checkInput(jobApi, 'CreateJob', input);
  assert.equal(
    findings.map(({ rule, pointer, fix }) => `${rule} ${pointer} ${fix === null ? '' : `${fix.kind} ${fix.pointer}`}`),
    [
      'shape/pattern /NAME ',
      'shape/unknown-member /NAME rename /NAME',
      'arn/format /Role_Arn ',
      'shape/unknown-member /Role_Arn rename /Role_Arn',
      'shape/unknown-member /network/Subnet-Ids rename /network/Subnet-Ids',
      'shape/type /network/Subnet-Ids/0 quote /network/Subnet-Ids/0',
    ],
  );
});

test('an unknown operation is told with the nearest names', () => {
  const [finding, ...more] = checkInput(jobApi, 'CreatJob', {});
  assert.equal(more, []);
  assert.is(finding?.rule, 'spec/operation');
  assert.is(finding?.help, 'Did you mean `CreateJob`?');
  assert.equal(check({}, {}, '__proto__'), ['error spec/operation ']);
});

test('nesting without end is a finding, where shapes allow it and where they do not', () => {
  let steps: JsonValue = [];
  let stranger: JsonValue = [];
  for (let depth = 0; depth < 100_000; depth++) {
    steps = [{ name: 'a', steps }];
    stranger = [stranger];
  }
  assert.equal(check({ name: 'a', steps }), ['error spec/limits ']);
  assert.equal(check({ name: 'a', stranger }), ['error spec/limits ']);
});

test('of very many findings the first are told, and that there are more', () => {
  const zones = Array.from({ length: 50_000 }, (_, i) => i);
  const findings = check({ name: 'a', zones });
  assert.is(findings.length, 10_000);
  assert.equal(findings.slice(0, 3), ['error spec/limits ', 'error shape/length /zones', 'error shape/type /zones/0']);
});

test('what is left out of too many faults is never taken for none', () => {
  const keys = Object.fromEntries(Array.from({ length: 30_000 }, (_, i) => [`key-${i}`, i]));
  const findings = checkInput(
    jobApi,
    'CreateJob',
    { name: 'a', ...keys },
    { rules: { 'shape/unknown-member': 'off' } },
  );
  assert.is(findings[0]?.rule, 'spec/limits');
});

test('a value hash is the SHA-256 of canonical JSON', () => {
  const value = { b: [1e21, -0, 'é€🦉\u2028'], a: { ä: null, '\ud83e': true, z: 0.1 } };
  assert.is(canonicalizeJson(value), '{"a":{"z":0.1,"ä":null,"\\ud83e":true},"b":[1e+21,0,"é€🦉\u2028"]}');
  for (const text of ['', 'a', 'é', '€', '🦉', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'ü€🦉'.repeat(1000)]) {
    const digest = createHash('sha256').update(JSON.stringify(text)).digest('hex');
    assert.is(hashValue(text), `sha256:${digest}`);
  }
  const [missing] = checkInput(jobApi, 'CreateJob', {});
  assert.is(missing?.valueHash, hashValue(null));
});

test.run();
