import type { ShapeTable } from '@shapegate/validator/leaves';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { buildShapeTable } from '../../generator/src/emit/shape-table.ts';
import { readApi } from '../../generator/src/pipeline.ts';
import { writeModel } from './small-model.ts';

const test = suite('emit: shape table');

function tableOf(...texts: readonly string[]): ShapeTable {
  const { view, events } = readApi(texts.map((text, index) => ({ file: `model/${index}.smithy`, text })));
  assert.ok(view !== null, events.map(({ message }) => message).join('\n'));
  return buildShapeTable(view);
}

const vocabulary = `$version: "2.0"
namespace shapegate
@trait structure tags { limit: Integer }
@trait structure singleUseName {}
@trait structure defaultOperation {}
`;

const model = writeModel(`
use shapegate#defaultOperation
use shapegate#singleUseName
use shapegate#tags
service Jobs { version: "2026-11-23", operations: [Put, Get], errors: [Busy] }
@defaultOperation @http(method: "PUT", uri: "/jobs/{name}", code: 202) @idempotent
operation Put { input: PutRequest, errors: [Wrong] }
@readonly @http(method: "GET", uri: "/jobs")
operation Get { output: GetResponse }
structure PutRequest { @required @httpLabel @singleUseName name: Name, tree: Tree, mode: Mode, @length(max: 3) short: Name }
structure GetResponse { count: Integer }
structure Tree { left: Tree, tags: TagList, label: String }
@tags(limit: 5) list TagList { member: String }
/// Not kept: documentation is for types.
@length(min: 1) @pattern("^(a+)+$") string Name
@error("client") @httpError(409) structure Wrong { message: String }
@error("server") structure Busy { message: String }
enum Mode {
  SLOW = "slow"
  FAST = "fast"
}
structure Unused { name: Name }
`);

test('operations, with what they are bound to', () => {
  const { operations, service } = tableOf(vocabulary, model);
  assert.equal(Object.keys(operations), ['Get', 'Put']);
  assert.equal(operations.Put, {
    http: { method: 'PUT', uri: '/jobs/{name}', code: 202 },
    input: 'PutRequest',
    output: 'Unit',
    errors: ['Busy', 'Wrong'],
    traits: { 'shapegate#defaultOperation': {}, idempotent: {} },
  });
  assert.is(operations.Get?.input, 'Unit');
  assert.is(service.defaultOperation, 'Put');
  assert.is(service.version, '2026-11-23');
  assert.is(service.sdkId, 'Jobs');
});

test('shapes that are reached, with constraints and without words', () => {
  const { shapes } = tableOf(vocabulary, model);
  assert.equal(Object.keys(shapes), [
    'Busy',
    'GetResponse',
    'Integer',
    'Mode',
    'Name',
    'PutRequest',
    'String',
    'TagList',
    'Tree',
    'Unit',
    'Wrong',
  ]);
  assert.equal(shapes.Name, {
    type: 'string',
    traits: { length: { min: 1 }, pattern: { pattern: '^(a+)+$', regexp: '^a+$' } },
  });
  assert.equal(shapes.Mode, { type: 'enum', values: ['fast', 'slow'] });
  assert.equal(shapes.Wrong?.traits, { error: 'client', httpError: 409 });
  const { members } = shapes.PutRequest as Extract<(typeof shapes)[string], { members: object }>;
  assert.equal(members.name, {
    target: 'Name',
    required: true,
    traits: { 'shapegate#singleUseName': {}, httpLabel: {} },
  });
  assert.equal(members.short, { target: 'Name', traits: { length: { max: 3 } } });
});

test('the plan leads to every trait of the vocabulary, through recursion, and nowhere else', () => {
  assert.equal(tableOf(vocabulary, model).plan, {
    PutRequest: { members: { name: { traits: { 'shapegate#singleUseName': {} } }, tree: { target: 'Tree' } } },
    TagList: { traits: { 'shapegate#tags': { limit: 5 } } },
    Tree: { members: { left: { target: 'Tree' }, tags: { target: 'TagList' } } },
  });
});

test('a renamed shape has its new name; the prelude gives way to the model', () => {
  const other = '$version: "2.0"\nnamespace acme.parts\nstructure Widget { size: Integer }\n';
  const { shapes } = tableOf(
    other,
    writeModel(`
service Jobs { version: "1", operations: [Put], rename: { "acme.parts#Widget": "PartWidget" } }
operation Put { input: PutRequest }
structure PutRequest { own: Widget, part: acme.parts#Widget, text: smithy.api#String, name: String }
structure Widget { name: String }
string String
`),
  );
  assert.ok('PartWidget' in shapes && 'Widget' in shapes);
  assert.equal(shapes.String, { type: 'string' });
  assert.equal(shapes['smithy.api#String'], { type: 'string' });
});

test.run();
