// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are what is tested
import { createGate, isValid, type Valid } from '@shapegate/validator';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jobApi } from './job-api.ts';

const target = { region: 'eu-central-1', account: '111122223333' };
const gate = createGate(jobApi, { target });

/** The verdict, and `rule pointer` of its findings. */
function decide(input: unknown, operation = 'CreateJob', asked = gate): string {
  const { verdict, findings } = asked.check(operation, input);
  return [verdict, ...findings.map(({ rule, pointer }) => `${rule} ${pointer}`)].join(', ');
}

function pass(input: unknown): Valid<unknown> {
  const checked = gate.check('CreateJob', input);
  if (checked.verdict !== 'valid') throw new Error(JSON.stringify(checked));
  return checked.request;
}

test('a good request passes, with its operation and target', () => {
  const request = pass({ name: 'nightly', labels: { team: 'nlp' } });
  assert.equal({ ...request }, { operation: 'CreateJob', input: { name: 'nightly', labels: { team: 'nlp' } }, target });
  assert.ok(isValid(request));
});

test('what has passed is a copy that nobody can change', () => {
  const input = { name: 'nightly', network: { subnetIds: ['a'], groupIds: ['b'] } };
  const request = pass(input);
  input.name = 'a b';
  input.network.subnetIds.push('c');
  const { input: copy } = request as Valid<typeof input>;
  assert.equal(copy, { name: 'nightly', network: { subnetIds: ['a'], groupIds: ['b'] } });
  for (const part of [request, copy, copy.network, copy.network.subnetIds, request.target])
    assert.ok(Object.isFrozen(part));
  assert.throws(() => {
    copy.name = 'a b';
  }, /read only/);
});

test('only the gate makes valid requests', () => {
  const request = pass({ name: 'nightly' });
  const Maker = request.constructor as new (...parts: unknown[]) => unknown;
  assert.throws(() => new Maker(Symbol('gate'), 'CreateJob', {}, {}), /only a gate/);
  const forged = Object.create(Object.getPrototypeOf(request), Object.getOwnPropertyDescriptors(request));
  for (const other of [
    forged,
    { ...request },
    structuredClone({ ...request }),
    null,
    undefined,
    'valid',
    {},
    new Proxy(request, {}),
  ])
    assert.is(isValid(other), false);
});

test('an error refuses, a warning does not', () => {
  const roleArn = 'arn:aws:iam::444455556666:role/runner';
  assert.is(decide({ name: 'a b' }), 'invalid, shape/pattern /name');
  assert.is(decide({ name: 'a', roleArn }), 'valid, arn/account /roleArn');
  assert.is(
    decide({ name: 'a', roleArn }, 'CreateJob', createGate(jobApi, { target, rules: { 'arn/account': 'error' } })),
    'invalid, arn/account /roleArn',
  );
  assert.is(
    decide({ name: 'a' }, 'CreateJob', createGate(jobApi, { target: { region: 'eu-west-1' } })),
    'invalid, region/available ',
  );
});

test('nothing silences what the model itself says', () => {
  const rules = {
    'shape/pattern': 'off',
    'shape/required': 'info',
    'arn/format': 'off',
    'value/reference': 'info',
  } as const;
  const open = createGate(jobApi, { rules, references: 'allow' });
  assert.is(decide({ name: 'a b' }, 'CreateJob', open), 'invalid, shape/pattern /name');
  assert.is(decide({}, 'CreateJob', open), 'invalid, shape/required /name');
  assert.is(decide({ name: 'a', roleArn: 'runner' }, 'CreateJob', open), 'invalid, shape/pattern /roleArn');
  assert.is(decide({ name: '${NAME}' }, 'CreateJob', open), 'invalid, shape/pattern /name');
  assert.is(decide({ name: '${NAME}' }), 'invalid, value/reference /name');
  const soft = createGate(jobApi, { rules: { 'value/reference': 'info', 'value/placeholder': 'warning' } });
  assert.is(decide({ name: '${NAME}' }, 'CreateJob', soft), 'invalid, shape/pattern /name, value/reference /name');
  assert.is(decide({ name: '<NAME>' }, 'CreateJob', soft), 'invalid, shape/pattern /name, value/placeholder /name');
});

test('a gate that cannot decide is closed', () => {
  const wrong: readonly unknown[] = [
    { target: { account: '1234' } },
    { target: { account: 111122223333 } },
    { target: { region: '' } },
    { rules: { 'tags/limt': 'error' } },
    { rules: { 'arn/account': 'fatal' } },
    { references: 'maybe' },
  ];
  for (const options of wrong) {
    const checked = createGate(jobApi, options as object).check('CreateJob', { name: 'nightly' });
    assert.is(checked.verdict, 'error', JSON.stringify(options));
    assert.ok(checked.verdict === 'error' && checked.reason !== '');
  }
  assert.is(decide({ name: 'nightly' }, 'CreatJob'), 'error, spec/operation ');
  assert.is(decide({ name: 'nightly' }, '__proto__'), 'error, spec/operation ');
  const broken = { table: jobApi.table, validators: {} };
  assert.is(decide({ name: 'nightly' }, 'CreateJob', createGate(broken)), 'error');
  const throwing = {
    table: jobApi.table,
    validators: {
      CreateJob: () => {
        throw new Error('out of order');
      },
    },
  };
  assert.equal(createGate(throwing).check('CreateJob', {}), { verdict: 'error', reason: 'out of order', findings: [] });
});

test('plain data passes in every form that a program has for it', () => {
  const bare = Object.assign(Object.create(null), { name: 'nightly' });
  assert.is(decide(bare), 'valid');
  assert.is(decide({ name: 'nightly', note: undefined }), 'valid');
  assert.is(decide(Object.freeze({ name: 'nightly' })), 'valid');
  assert.equal(pass({ name: 'a', notBefore: new Date(0) }).input, { name: 'a', notBefore: '1970-01-01T00:00:00.000Z' });
  const shared = ['a'];
  assert.is(decide({ name: 'a', network: { subnetIds: shared, groupIds: shared } }), 'valid');
});

test('what JSON cannot hold is refused in its place', () => {
  class Labels {
    team = 'nlp';
  }
  const circle: Record<string, unknown> = { name: 'a' };
  circle.labels = circle;
  const cases: readonly (readonly [unknown, string])[] = [
    [undefined, 'shape/type  found an undefined value, expected a mapping'],
    [() => ({ name: 'a' }), 'shape/type  found a function, expected a mapping'],
    [{ name: () => 'a' }, 'shape/type /name found a function, expected a string'],
    [{ name: 'a', workers: 1n }, 'shape/type /workers found a bigint, expected an integer'],
    [{ name: 'a', share: Number.NaN }, 'shape/type /share found a number without a finite value, expected a number'],
    [{ name: Symbol('a') }, 'shape/type /name found a symbol, expected a string'],
    [{ name: 'a', zones: ['a', undefined] }, 'shape/type /zones/1 found an undefined value, expected a string'],
    [{ name: 'a', labels: new Labels() }, 'shape/type /labels found a class instance, expected a mapping'],
    [{ name: 'a', labels: new Map() }, 'shape/type /labels found a class instance, expected a mapping'],
    [
      { name: 'a', notBefore: new Date(Number.NaN) },
      'shape/type /notBefore found a number without a finite value, expected a timestamp',
    ],
    [{ name: 'a', unknown: () => 1 }, 'shape/type /unknown found a function, expected a JSON value'],
    [circle, 'shape/type /labels found a reference to what holds it, expected a mapping'],
    [
      {
        get name() {
          return 'a';
        },
      },
      'shape/type /name found an accessor, expected a string',
    ],
  ];
  for (const [input, expected] of cases) {
    const { verdict, findings } = gate.check('CreateJob', input);
    assert.is(verdict, 'invalid');
    assert.equal(
      findings.map(({ rule, pointer, message }) => `${rule} ${pointer} ${message}`),
      [expected],
    );
  }
});

test('an input without end is refused', () => {
  let deep: unknown = [];
  for (let level = 0; level < 100_000; level++) deep = [deep];
  assert.is(decide({ name: 'a', steps: deep }), 'invalid, spec/limits ');
  let wide: unknown = ['a'];
  for (let level = 0; level < 40; level++) wide = [wide, wide];
  assert.is(decide({ name: 'a', zones: wide }), 'invalid, spec/limits ');
});

test('keys of the prototype do not reach a prototype', () => {
  const input = JSON.parse('{"name":"a","labels":{"__proto__":"x","constructor":"y"}}');
  assert.is(decide(input), 'invalid, shape/pattern /labels/__proto__');
  const { input: copy } = pass(JSON.parse('{"name":"a","labels":{"constructor":"y"}}')) as Valid<{ labels: object }>;
  assert.equal(Object.keys(copy.labels), ['constructor']);
  assert.is(Object.getPrototypeOf(copy.labels), Object.prototype);
});

test.run();
