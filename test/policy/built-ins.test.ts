import type { JsonValue, ShapeEntry } from '@shapegate/validator/leaves';
import { builtIns } from '@shapegate/validator/policy';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readParameters } from '../../packages/validator/src/policy/built-in/read-parameters.ts';
import { suggestPointer } from '../../packages/validator/src/policy/built-in/suggest-pointer.ts';
import { findValueFault } from '../../packages/validator/src/policy/document/find-value-fault.ts';

for (const builtIn of builtIns) {
  test(`${builtIn.name} does what its examples say`, () => {
    const { examples } = builtIn;
    assert.ok(examples.some(({ hits }) => hits.length === 0) && examples.some(({ hits }) => hits.length > 0));
    for (const { with: given, target = {}, input, hits } of examples) {
      const { parameters, faults } = readParameters(builtIn, given);
      assert.equal(faults, []);
      const found = [...builtIn.check(parameters, { input, target })];
      assert.equal(
        found.map((hit) => (hit.kind === 'hit' ? { pointer: hit.pointer, message: hit.message } : hit)),
        hits,
      );
    }
  });
}

test('each built-in says what its parameters lack', () => {
  const tell = (name: string, given: JsonValue) =>
    readParameters(builtIns.find((builtIn) => builtIn.name === name)!, given).faults.map(({ at, message, help }) =>
      `${at} ${message} ${help}`.trim(),
    );
  const cases: readonly (readonly [string, JsonValue, readonly string[]])[] = [
    ['required-tags', {}, ['`required-tags` needs the parameter `on`, and `keys` or `values`']],
    ['required-tags', { on: '/a' }, ['`required-tags` needs `keys` or `values`']],
    ['required-tags', { on: '/a', keys: ['team'] }, []],
    ['required-tags', { on: '/a', values: { env: ['dev'] } }, []],
    [
      'required-tags',
      { on: '/a', key: ['team'] },
      ['/key `required-tags` has no parameter `key` did you mean `keys`?'],
    ],
    [
      'required-tags',
      { keys: [] },
      ['`required-tags` needs the parameter `on`', '/keys found an empty list, expected at least one item'],
    ],
    ['same-tags', { on: ['/a', '/b'] }, []],
    ['same-tags', { on: '/a' }, ['/on `same-tags` compares two lists at least']],
    ['same-tags', { on: ['/a'] }, ['/on `same-tags` compares two lists at least']],
    ['same-tags', { on: [] }, ['/on found an empty list, expected at least one item']],
    ['same-tags', { on: ['/a', '/b', '/a'] }, ['/on/2 `/a` stands twice, and no list differs from itself']],
    ['same-tags', { on: ['a', '/b'] }, ['/on/0 `a` is no JSON pointer such as `/a`']],
    ['same-tags', { no: ['/a'] }, ['/no `same-tags` has no parameter `no` did you mean `on`?']],
    ['same-tags', 7, ['`7` is no mapping of parameters']],
    [
      'allowed-accounts',
      { accounts: [111122223333] },
      ['`allowed-accounts` needs the parameter `on`', '/accounts/0 found `111122223333`, expected a text in quotes'],
    ],
    ['require-member', { on: ['/a', '/b', '/a'] }, ['/on/2 `/a` stands twice']],
    ['allowed-regions', { regions: ['eu-central-1', 'us-gov-west-1', 'eusc-de-east-1', 'us-isob-east-1'] }, []],
    [
      'allowed-regions',
      { regions: ['mars', 'eu-central1', 'EU-CENTRAL-1', 'eu-*'] },
      [
        "/regions/0 `mars` is no Region's name such as `eu-central-1`",
        "/regions/1 `eu-central1` is no Region's name such as `eu-central-1`",
        "/regions/2 `EU-CENTRAL-1` is no Region's name such as `eu-central-1`",
        "/regions/3 `eu-*` is no Region's name such as `eu-central-1`",
      ],
    ],
    ['allowed-buckets', { on: '/a', buckets: ['acme-weights', 'acme-*', '*', 'Acme_Old'] }, []],
    [
      'allowed-buckets',
      { on: '/a', buckets: ['s3://acme-weights/bot/', 'acme/bot'] },
      [
        "/buckets/0 `s3://acme-weights/bot/` is no bucket's name such as `acme-weights`",
        "/buckets/1 `acme/bot` is no bucket's name",
      ],
    ],
  ];
  for (const [name, given, faults] of cases)
    assert.equal(tell(name, given).sort(), [...faults].sort(), JSON.stringify(given));
});

test('only what can never be a role is refused among roles', () => {
  const tell = (role: string) =>
    readParameters(builtIns.find(({ name }) => name === 'allowed-roles')!, { on: '/a', roles: [role] }).faults.map(
      ({ message, help }) => `${message} ${help}`,
    );
  for (const role of [
    'import',
    'import-*',
    '*',
    'arn:aws:iam::111122223333:role/import',
    'arn:aws-us-gov:iam::111122223333:role/team/import-*',
    'arn:aws:iam::*:role/import',
    'arn:aws:iam::1111*',
    'arn:*:role/import',
    'arn:aws:i*',
    'arn:aws:iam::111122223333:*',
  ])
    assert.equal(tell(role), [], role);
  for (const role of [
    'arn:aws:iam::111122223333:user/import',
    'arn:aws:s3:::acme-weights',
    'arn:aws:kms:eu-central-1:111122223333:key/*',
    'arn:aws:iam::1111:role/import',
    'arn:aws:iam::111122223333:role/',
    'arn:aws:iam::111122223333:user/*',
    'arn:aws:iam:eu-central-1:*',
    'arn:aws:sts::111122223333:assumed-role/import/nightly',
    'arn:aws:iam',
  ])
    assert.equal(tell(role), [`\`${role}\` is no role's ARN such as \`arn:aws:iam::111122223333:role/import\``]);
  assert.equal(tell('team/import'), ["`team/import` is no role's name give the name without its path, or the ARN"]);
});

test('a built-in that cannot know says so', () => {
  const regions = builtIns.find(({ name }) => name === 'allowed-regions')!;
  const { parameters } = readParameters(regions, { regions: ['eu-west-1'] });
  assert.equal(
    [...regions.check(parameters, { input: {}, target: {} })],
    [{ kind: 'failure', message: 'nothing says the Region' }],
  );
});

test('a pattern with look-around is refused, and one that only looks so is not', () => {
  const tell = (pattern: string) =>
    readParameters(builtIns.find(({ name }) => name === 'name-pattern')!, { on: '/name', pattern }).faults.map(
      ({ at, message }) => `${at} ${message}`,
    );
  for (const pattern of ['(?=prod)', '(?<=a)b', '(?!dev)', '(?<!a)b'])
    assert.equal(tell(`^${pattern}`), ['/pattern lookaround is not supported, at character 2 of the pattern']);
  assert.equal(tell('[[](?=a)'), ['/pattern lookaround is not supported, at character 4 of the pattern']);
  for (const pattern of ['\\(?=a', '[(?=]', '[\\](?=]', '(?<name>a)', '(?:a|b)', '^prod$'])
    assert.equal(tell(pattern), []);
  assert.equal(tell(String.raw`(a)\1`), [
    '/pattern `(a)\\1` is no regular expression without look-around and back-references',
  ]);
});

test('what is no JSON pointer is told the one that it may mean', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['input.jobName', '/jobName'],
    ['item.key', '/key'],
    ['vpcConfig.subnetIds', '/vpcConfig/subnetIds'],
    ['input.jobTags[0].key', '/jobTags/0/key'],
    ['input["jobName"]', '/jobName'],
    ['inputs.size', '/inputs/size'],
    ['jobName', '/jobName'],
    ['#/jobName', '/jobName'],
    ['$.jobName', '/jobName'],
    ['/job~2', '/job~02'],
  ];
  for (const [text, pointer] of cases) assert.is(suggestPointer(text), `such as \`${pointer}\``);
  for (const text of ['input', 'the name', `input.${'a'.repeat(70)}`]) assert.is(suggestPointer(text), '');
});

test('only a value that the model refuses for certain is refused', () => {
  const tell = (shape: ShapeEntry, value: string | number | boolean) =>
    findValueFault({ shape, member: null }, value)?.message ?? null;
  const weight: ShapeEntry = { type: 'integer', traits: { range: { min: 1, max: 30 } } };
  assert.is(tell(weight, 30), null);
  assert.is(tell(weight, 31), '`31` is out of range, expected 1 to 30');
  assert.is(tell(weight, 1.5), '`1.5` is a number, expected an integer');
  assert.is(tell(weight, '7'), '`7` is a string, expected an integer');
  assert.is(tell({ type: 'double' }, 7), null);
  assert.is(tell({ type: 'double' }, 'NaN'), null);
  assert.is(tell({ type: 'double' }, 'much'), '`much` is a string, expected a number');
  assert.is(tell({ type: 'boolean' }, 'yes'), '`yes` is a string, expected a boolean');
  assert.is(tell({ type: 'enum', values: ['1', '2'] }, 1), '`1` can never be there');
  assert.is(tell({ type: 'intEnum', values: [1, 2] }, 1), null);
  assert.is(tell({ type: 'timestamp' }, 1763900000), null);
  assert.is(tell({ type: 'document' }, true), null);
  assert.is(tell({ type: 'string', traits: { length: { max: 2 } } }, '🦉🦉'), null);
});

test.run();
