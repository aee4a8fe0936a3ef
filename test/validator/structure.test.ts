import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Api, JsonValue, StructureError } from '../../packages/validator/src/leaves.ts';
import { findMisfit } from '../../packages/validator/src/shape/pattern/find-misfit.ts';
import { checkStructure } from '../../packages/validator/src/structure/check-structure.ts';
import { jobApi } from './job-api.ts';

/** `rule pointer part` of each hit. */
function hitsOf(input: JsonValue, operation = 'CreateJob', api: Api = jobApi): string[] {
  return checkStructure(api, operation, input).hits.map(({ rule, pointer, part }) => `${rule} ${pointer} ${part}`);
}

function factsOf(input: JsonValue): unknown[] {
  return checkStructure(jobApi, 'CreateJob', input).hits.map(({ facts }) => facts);
}

test('what the schema accepts has no hit', () => {
  const input = {
    name: 'nightly',
    labels: { team: 'nlp' },
    network: { subnetIds: [], groupIds: [] },
    notBefore: '2026-11-23T08:00:00Z',
    share: 0.5,
    size: 'SMALL',
    source: { table: 't' },
    steps: [{ name: 'one', steps: [{ name: 'two' }] }],
    workers: 16,
    zones: ['a', 'A'],
    codes: ['ABC'],
  };
  assert.equal(hitsOf(input), []);
  assert.is(checkStructure(jobApi, 'CreateJob', input).input, input);
});

test('each constraint has its own rule and place', () => {
  const cases: readonly [JsonValue, readonly string[]][] = [
    [[], ['shape/type  value']],
    [{}, ['shape/required /name parent']],
    [{ name: 42 }, ['shape/type /name value']],
    [{ name: null }, ['shape/type /name value']],
    [{ name: '' }, ['shape/length /name value']],
    [{ name: 'a b' }, ['shape/pattern /name value']],
    [{ name: `${'a'.repeat(63)} ` }, ['shape/length /name value']],
    [{ name: 'a', size: 'small' }, ['shape/enum /size value']],
    [{ name: 'a', size: 7 }, ['shape/type /size value']],
    [{ name: 'a', workers: 0 }, ['shape/range /workers value']],
    [{ name: 'a', workers: 1.5 }, ['shape/type /workers value']],
    [{ name: 'a', share: 2 }, ['shape/range /share value']],
    [{ name: 'a', notBefore: 'tomorrow' }, ['shape/type /notBefore value']],
    [{ name: 'a', notBefore: 1763884800 }, ['shape/type /notBefore value']],
    [{ name: 'a', zones: [] }, ['shape/length /zones value']],
    [{ name: 'a', zones: ['x', 'y', 'x'] }, ['shape/unique-items /zones/2 value']],
    [{ name: 'a', source: {} }, ['shape/union /source value']],
    [{ name: 'a', source: { folder: 'f', table: 't' } }, ['shape/union /source value']],
    [{ name: 'a', source: { folder: 1 } }, ['shape/type /source/folder value']],
    [{ name: 'a', source: 'f' }, ['shape/type /source value']],
    [{ name: 'a', labels: { 'a-b': 'x' } }, ['shape/pattern /labels/a-b key']],
    [{ name: 'a', labels: { a: '', b: '', c: '', d: '', e: '' } }, ['shape/length /labels value']],
    [{ name: 'a', labels: { 'x/y~z': 1 } }, ['shape/type /labels/x~1y~0z value', 'shape/pattern /labels/x~1y~0z key']],
    [{ name: 'a', network: { subnetIds: [] } }, ['shape/required /network/groupIds parent']],
    [{ name: 'a', steps: [{ name: 'b', steps: [{}] }] }, ['shape/required /steps/0/steps/0/name parent']],
    [{ name: 'a', codes: ['AB', 'Ab'] }, ['shape/pattern /codes/1 value']],
    [{ name: 'a', codes: ['a'.repeat(41)] }, ['shape/length /codes/0 value']],
  ];
  for (const [input, expected] of cases)
    assert.equal(hitsOf(input).sort(), [...expected].sort(), JSON.stringify(input));
});

test('lengths count code points, and the facts are those of the model', () => {
  assert.equal(hitsOf({ name: 'a', note: '🦉'.repeat(8) }), []);
  assert.equal(factsOf({ name: 'a', note: '🦉'.repeat(9) }), [{ unit: 'characters', length: 9, min: 1, max: 8 }]);
  assert.equal(factsOf({ name: 'a', workers: 17 }), [{ value: 17, min: 1, max: 16 }]);
  const pattern = '^[a-zA-Z0-9][a-zA-Z0-9.-]*$';
  assert.equal(factsOf({ name: '-' }), [{ value: '-', pattern, character: '-', index: 0 }]);
  assert.equal(factsOf({ name: 'a🦉b' }), [{ value: 'a🦉b', pattern, character: '🦉', index: 1 }]);
});

test('the first character that cannot be right is told where the pattern begins at the start', () => {
  assert.equal(findMisfit('^ab+c$', 'abbd'), { character: 'd', index: 3 });
  assert.equal(findMisfit('^(?:a|bc)*$', 'abca!'), { character: '!', index: 4 });
  assert.equal(findMisfit('^a{2}$', 'aaa'), { character: 'a', index: 2 });
  for (const [pattern, text] of [
    ['^ab+c$', 'abb'],
    ['ab', 'xx'],
    ['^a$|^b$', 'c'],
    ['^(?=a)b$', 'c'],
    ['^(', 'x'],
  ] as const)
    assert.is(findMisfit(pattern, text), null, pattern);
});

test('a key in another case is named, and its value is checked in its place', () => {
  const { hits, renamed } = checkStructure(jobApi, 'CreateJob', {
    Name: 'a b',
    Network: { subnet_ids: [1], groupIDs: [] },
  });
  assert.equal(hits.map(({ rule, pointer }) => `${rule} ${pointer}`).sort(), [
    'shape/pattern /name',
    'shape/type /network/subnetIds/0',
    'shape/unknown-member /Name',
    'shape/unknown-member /Network',
    'shape/unknown-member /network/groupIDs',
    'shape/unknown-member /network/subnet_ids',
  ]);
  assert.equal(Object.fromEntries(renamed), {
    '/name': 'Name',
    '/network': 'Network',
    '/network/subnetIds': 'subnet_ids',
    '/network/groupIds': 'groupIDs',
  });
});

test('an unknown key is explained by what is known of it', () => {
  const explain = (input: JsonValue) =>
    checkStructure(jobApi, 'CreateJob', input).hits.map(({ rule, facts, fix }) => ({
      rule,
      facts,
      fix: fix?.kind ?? null,
    }));
  const unknown = (member: string, near: readonly string[], reason: string, fix: string | null, from?: string) => ({
    rule: 'shape/unknown-member',
    facts: from === undefined ? { member, parent: '', near, reason } : { member, parent: '', near, reason, from },
    fix,
  });
  assert.equal(explain({ name: 'a', zoness: ['x'] }), [unknown('zoness', ['zones'], 'near', 'rename')]);
  assert.equal(explain({ name: 'a', tags: { team: 'x' } }), [
    unknown('tags', ['labels'], 'sibling', 'rename', 'CreateTask'),
  ]);
  assert.equal(explain({ name: 'a', settings: {} }), [
    unknown('settings', ['network', 'source'], 'sibling', null, 'CreateTask'),
  ]);
  assert.equal(explain({ name: 'a', jobArn: 'x' }), [unknown('jobArn', [], 'output-only', null, 'CreateJob')]);
  assert.equal(explain({ name: 'a', status: 'x' }), [unknown('status', [], 'output-only', null, 'GetJob')]);
  assert.equal(explain({ name: 'a', flavour: 'x' }), [unknown('flavour', [], 'unknown', null)]);
  const taken = { member: 'Name', parent: '', near: ['name'], reason: 'case', taken: true };
  assert.equal(explain({ name: 'a', Name: 'b' }), [{ rule: 'shape/unknown-member', facts: taken, fix: null }]);
  assert.equal(explain({ name: 'a', nam: 'b' })[0]?.facts, Object.assign({}, taken, { member: 'nam', reason: 'near' }));
});

test('a slip of a required key is one mistake, whatever its value is', () => {
  assert.equal(hitsOf({ nmae: 'a' }), ['shape/unknown-member /nmae key']);
  assert.equal(hitsOf({ nmae: ['a'] }), ['shape/unknown-member /nmae key']);
  assert.equal(hitsOf({ name: 'a', source: { foldr: 'x' } }), ['shape/unknown-member /source/foldr key']);
  assert.equal(hitsOf({ name: 'a', source: { path: ['x'] } }), ['shape/unknown-member /source/path key']);
});

test('names of the prototype are keys like any other', () => {
  const input = JSON.parse('{"name":"a","__proto__":{"name":1},"constructor":1,"toString":2,"hasOwnProperty":3}');
  assert.equal(hitsOf(input).sort(), [
    'shape/unknown-member /__proto__ key',
    'shape/unknown-member /constructor key',
    'shape/unknown-member /hasOwnProperty key',
    'shape/unknown-member /toString key',
  ]);
  assert.equal(hitsOf(JSON.parse('{"__proto__":{"name":"a"}}')).length, 2);
});

test('whatever a schema refuses is said, also in words that are not known here', () => {
  const refuse = (error: Partial<StructureError>, input: JsonValue): string[] => {
    const validate = Object.assign(() => false, {
      errors: [{ instancePath: '', schemaPath: '', keyword: 'magic', params: {}, ...error }],
    });
    return hitsOf(input, 'CreateJob', { table: jobApi.table, validators: { CreateJob: validate } });
  };
  assert.equal(refuse({}, { name: 'a' }), ['shape/type  value']);
  assert.equal(refuse({ instancePath: '/name' }, { name: 'a' }), ['shape/type /name value']);
  assert.equal(refuse({ instancePath: '/no/such/0/place', keyword: 'false schema' }, { name: 'a' }), [
    'shape/type /no/such/0/place value',
  ]);
  assert.equal(refuse({ keyword: 'required', params: { missingProperty: 'name' } }, { nmae: [] }), [
    'shape/unknown-member /nmae key',
  ]);
});

test('of many wrong keys and elements the first are told, in bounded time', () => {
  const keys = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`unknown-key-number-${i}`, i]));
  const started = performance.now();
  const { hits, isWhole } = checkStructure(jobApi, 'CreateJob', { name: 'a', ...keys });
  assert.equal([hits.length, isWhole], [20_000, false]);
  const zones = Array.from({ length: 50_000 }, (_, i) => `zone-${i}`);
  assert.equal(hitsOf({ name: 'a', zones: [...zones, 'zone-7'] }).length, 2);
  assert.ok(performance.now() - started < 5000);
});

test('an operation without a validator is a fault of ours', () => {
  assert.throws(() => checkStructure(jobApi, 'DeleteJob', {}), /no validator/);
});

test.run();
