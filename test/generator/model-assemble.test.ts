import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { type AssembledModel, assembleModel } from '../../generator/src/model/assemble.ts';
import { findServices, serviceOperations, shapeClosure } from '../../generator/src/model/closure.ts';
import type { AggregateShape, Shape } from '../../generator/src/model/model.ts';
import { containerId, memberName, namespaceOf, shapeName } from '../../generator/src/model/shape-id.ts';
import { toJson } from '../../generator/src/syntax/node.ts';
import { describeEvents, describeModel } from './conformance-data.ts';

const head = '$version: "2.0"\nnamespace acme.jobs\n';

function assemble(...bodies: readonly string[]): AssembledModel {
  const assembled = assembleModel(bodies.map((body, index) => ({ file: `jobs-${index}.smithy`, text: head + body })));
  assert.equal(describeEvents(assembled.events), []);
  return assembled;
}

function shapeOf({ model }: AssembledModel, name: string): Shape {
  const shape = model.shapes.get(`acme.jobs#${name}`);
  assert.ok(shape, name);
  return shape as Shape;
}

function membersOf(assembled: AssembledModel, name: string): string[] {
  const { members } = shapeOf(assembled, name) as AggregateShape;
  return [...members.values()].map((member) => {
    const traits = [...member.traits.values()].map(
      ({ id, value }) => `@${shapeName(id)}(${JSON.stringify(toJson(value))})`,
    );
    return [member.name, member.target, ...traits].join(' ');
  });
}

test('files come in any order, and imports go across them', () => {
  const a = 'use acme.names#Name\nstructure Job { name: Name, tags: Tags }\n';
  const b = 'list Tags { member: String }\napply Job$name @required\n';
  const names = { file: 'names.smithy', text: '$version: "2"\nnamespace acme.names\nstring Name\n' };
  const texts = [a, b].map((body, index) => ({ file: `${index}.smithy`, text: head + body }));
  const forward = assembleModel([...texts, names]);
  const backward = assembleModel([names, ...texts.toReversed()]);
  assert.equal(describeModel(forward.model), describeModel(backward.model));
  assert.equal(membersOf(forward, 'Job'), ['name acme.names#Name @required({})', 'tags acme.jobs#Tags']);
});

test('a shape twice is fine when it is the same, and an event when it is not', () => {
  const job = '@sensitive\nstructure Job { @required name: String }\n';
  assert.equal(
    describeEvents(assembleModel(['a.smithy', 'b.smithy'].map((file) => ({ file, text: head + job }))).events),
    [
      'note Model.IgnoredDuplicateDefinition b.smithy:4:11 acme.jobs#Job shape `acme.jobs#Job` is defined at a.smithy:4:11 in the same way',
    ],
  );
  const { events } = assembleModel([
    { file: 'a.smithy', text: head + job },
    { file: 'b.smithy', text: `${head}@sensitive\nstructure Job { name: String }\n` },
  ]);
  assert.equal(describeEvents(events), [
    'error Model b.smithy:4:11 acme.jobs#Job shape `acme.jobs#Job` is defined differently at a.smithy:4:11',
  ]);
});

test('mixed-in members come first, take traits by apply, by redefinition and by elision', () => {
  const assembled = assemble(`
@mixin
structure Named { @required name: String, @length(max: 9) note: String, kind: String }
@mixin(localTraits: [tags]) @tags(["draft"]) @sensitive
structure Dated { start: Timestamp }
structure Job with [Dated, Named] {
    size: Integer = 1
    /// What it is for.
    $note
    @length(max: 3) kind: String
}
apply Job$name @pattern("^a")
`);
  assert.equal(membersOf(assembled, 'Job'), [
    'start smithy.api#Timestamp',
    'name smithy.api#String @required({}) @pattern("^a")',
    'note smithy.api#String @length({"max":9}) @documentation("What it is for.")',
    'kind smithy.api#String @length({"max":3})',
    'size smithy.api#Integer @default(1)',
  ]);
  assert.equal([...shapeOf(assembled, 'Job').traits.keys()], ['smithy.api#sensitive']);
});

test('`for` gives members the targets of a resource', () => {
  const assembled = assemble(`
resource Run { identifiers: { jobId: JobId }, properties: { note: Note } }
string JobId
string Note
structure GetRun for Run { @required $jobId, $note }
`);
  assert.equal(membersOf(assembled, 'GetRun'), ['jobId acme.jobs#JobId @required({})', 'note acme.jobs#Note']);
});

test('inline input and output become structures of their own', () => {
  const assembled = assembleModel([
    {
      file: 'jobs.smithy',
      text: '$version: "2.0"\n$operationInputSuffix: "Request"\nnamespace acme.jobs\noperation StartJob {\n input :=\n  /// Docs.\n  { name: String }\n output := {}\n}\n',
    },
  ]);
  assert.equal(describeEvents(assembled.events), []);
  const operation = shapeOf(assembled, 'StartJob');
  assert.equal(operation.type === 'operation' && [operation.input, operation.output], [
    'acme.jobs#StartJobRequest',
    'acme.jobs#StartJobOutput',
  ]);
  assert.equal(
    [...shapeOf(assembled, 'StartJobRequest').traits.keys()],
    ['smithy.api#documentation', 'smithy.api#input'],
  );
});

test('values that the text leaves out are those of the shape; enums get values of their own', () => {
  const assembled = assemble(`
@trait
list marks { member: String }
@trait
structure flag {}
@trait
map pairs { key: String, value: String }
@marks @flag @pairs
string Name
enum Kind {
    NIGHTLY
    WEEKLY = "weekly"
}
`);
  const values = [...shapeOf(assembled, 'Name').traits.values()].map(({ value }) => toJson(value));
  assert.equal(values, [[], {}, {}]);
  assert.equal(membersOf(assembled, 'Kind'), [
    'NIGHTLY smithy.api#Unit @enumValue("NIGHTLY")',
    'WEEKLY smithy.api#Unit @enumValue("weekly")',
  ]);
});

test('lists of one trait are joined, ids without quotes become absolute', () => {
  const assembled = assemble(
    '@tags(["a"])\nstring Name\napply Name @tags(["b"])\n@trait(conflicts: [deprecated, other])\nstructure mark {}\n@trait\nstructure other {}\n',
  );
  assert.equal(toJson(shapeOf(assembled, 'Name').traits.get('smithy.api#tags')!.value), ['a', 'b']);
  assert.equal(toJson(shapeOf(assembled, 'mark').traits.get('smithy.api#trait')!.value), {
    conflicts: ['smithy.api#deprecated', 'acme.jobs#other'],
  });
});

test('places are those of names, and of whole trait applications', () => {
  const assembled = assemble('@length(min: 1)\nstring Name\n');
  const shape = shapeOf(assembled, 'Name');
  assert.equal(shape.place.range, { start: { line: 4, column: 8 }, end: { line: 4, column: 12 } });
  const trait = shape.traits.get('smithy.api#length')!;
  assert.equal(trait.place.range, { start: { line: 3, column: 1 }, end: { line: 3, column: 16 } });
  assert.equal(trait.value.range.start, { line: 3, column: 9 });
});

test('text blocks lose the indentation that their lines share', () => {
  const assembled = assemble(
    '@documentation("""\n      One\n        two \\\n    three\\n\n\n    """)\nstring Name\r\n',
  );
  assert.is(
    toJson(shapeOf(assembled, 'Name').traits.get('smithy.api#documentation')!.value),
    '  One\n    two three\n\n\n',
  );
});

test('operations of resources belong to the service, and the closure goes through members', () => {
  const assembled = assemble(`
service Jobs { operations: [ListJobs], resources: [Job] }
resource Job { read: GetJob, resources: [Run] }
resource Run { collectionOperations: [CountRuns] }
operation ListJobs {}
operation GetJob { output := { job: JobData } }
operation CountRuns {}
structure JobData { parent: JobData, name: Name }
string Name
string Unused
`);
  const [service] = findServices(assembled.model);
  assert.ok(service);
  assert.equal(
    serviceOperations(assembled.model, service!).map(({ id }) => shapeName(id)),
    ['CountRuns', 'GetJob', 'ListJobs'],
  );
  const closure = shapeClosure(assembled.model, ['acme.jobs#GetJob']);
  assert.ok(closure.has('acme.jobs#Name'));
  assert.not(closure.has('acme.jobs#Unused'));
});

test('in version 1 a member has the default of its target, and a set is a list of unique items', () => {
  const text =
    'namespace acme.jobs\nstructure Job { size: PrimitiveInteger, @box boxed: PrimitiveInteger }\nset Tags { member: String }\n';
  const assembled = assembleModel([{ file: 'jobs.smithy', text }]);
  assert.equal(membersOf(assembled, 'Job'), [
    'size smithy.api#PrimitiveInteger @default(0)',
    'boxed smithy.api#PrimitiveInteger @box({}) @default(null)',
  ]);
  const tags = shapeOf(assembled, 'Tags');
  assert.is(tags.type, 'list');
  assert.ok(tags.traits.has('smithy.api#uniqueItems'));
});

test('in version 1 a number is zero, a boxed one null and a stream empty, and version 2 has no boxes', () => {
  const text =
    'namespace acme.jobs\nlong Size\n@box\nlong Boxed\n@streaming\nblob Data\nstructure Job { size: Size, boxed: Boxed, any: Integer, data: Data }\n';
  const assembled = assembleModel([{ file: 'jobs.smithy', text }]);
  assert.equal(membersOf(assembled, 'Job'), [
    'size acme.jobs#Size @default(0)',
    'boxed acme.jobs#Boxed',
    'any smithy.api#Integer',
    'data acme.jobs#Data @default("")',
  ]);
  assert.ok(shapeOf(assembled, 'Size').traits.has('smithy.api#default'));
  const { events } = assembleModel([{ file: 'jobs.smithy', text: `${head}@box\ninteger Size\n` }]);
  assert.equal(describeEvents(events), [
    'error Model jobs.smithy:4:9 acme.jobs#Size found `@box` in a model of version 2.0, which has `@default` instead',
  ]);
});

test('ids come apart', () => {
  const id = 'acme.jobs#Job$name';
  assert.equal(
    [namespaceOf(id), shapeName(id), memberName(id), containerId(id)],
    ['acme.jobs', 'Job', 'name', 'acme.jobs#Job'],
  );
  assert.is(memberName('acme.jobs#Job'), null);
});

test.run();
