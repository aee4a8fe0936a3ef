import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { diffModels } from '../../generator/src/diff/diff-models.ts';
import { compareTexts } from '../../generator/src/inspect.ts';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import type { Model } from '../../generator/src/model/model.ts';

function read(body: string, more = ''): Model {
  const { model, events } = assembleModel([
    { file: 'jobs.smithy', text: `$version: "2.0"\n${more}namespace acme.jobs\n${body}` },
  ]);
  assert.equal(
    events.filter(({ severity }) => severity === 'error').map(({ message }) => message),
    [],
  );
  return model;
}

/** Events as `error AddedShape Job$name`, sorted. */
function diff(before: string, after: string): string[] {
  return diffModels(read(before), read(after))
    .map(({ severity, rule, shape }) => `${severity} ${rule} ${(shape ?? '').replace('acme.jobs#', '')}`.trim())
    .sort();
}

const cases: readonly (readonly [title: string, before: string, after: string, events: readonly string[]])[] = [
  [
    'nothing',
    'structure Job { name: String }',
    '/// A job.\nstructure Job { name: String }',
    ['note ModifiedTrait.Add.smithy.api#documentation Job'],
  ],
  ['a new shape', '', 'string Name', ['note AddedShape Name']],
  ['a simple shape that went', 'string Name', '', ['warning RemovedShape.ScalarShape Name']],
  ['a shape that went', 'structure Job {}', '', ['error RemovedShape Job']],
  ['a private shape that went', '@private\nstructure Job {}', '', []],
  ['an enum that went', 'enum State { OPEN }', '', ['error RemovedShape State']],
  [
    'another type',
    'structure Job { a: String }',
    'union Job { a: String }',
    ['error ChangedNullability Job$a', 'error ChangedShapeType Job'],
  ],
  ['@enum made an enum', '@enum([{value: "a", name: "A"}])\nstring State', 'enum State {\n A = "a"\n}', []],
  [
    'a member that went',
    'structure Job { a: String, b: String }',
    'structure Job { a: String }',
    ['error RemovedShape Job$b'],
  ],
  [
    'a new member at the end',
    'structure Job { a: String }',
    'structure Job { a: String, b: String }',
    ['note AddedShape Job$b'],
  ],
  [
    'a new member in front',
    'structure Job { a: String }',
    'structure Job { b: String, a: String }',
    ['danger ChangedMemberOrder Job', 'note AddedShape Job$b'],
  ],
  [
    'a new required member',
    'structure Job { a: String }',
    'structure Job { a: String, @required b: String }',
    ['error AddedRequiredMember Job$b', 'note AddedShape Job$b'],
  ],
  [
    'a new required member with a default',
    'structure Job {}',
    'structure Job {\n @required b: String = ""\n}',
    ['note AddedShape Job$b'],
  ],
  [
    'another target of another type',
    'structure Job { a: String }',
    'structure Job { a: Integer }',
    ['error ChangedMemberTarget Job$a'],
  ],
  [
    'another target that is its equal',
    'structure Job { a: String }\nstring Name',
    'structure Job { a: Name }\nstring Name',
    ['warning ChangedMemberTarget Job$a'],
  ],
  [
    'another target with closer bounds',
    'structure Job { a: One }\n@length(max: 9)\nstring One\n@length(max: 8)\nstring Two',
    'structure Job { a: Two }\n@length(max: 9)\nstring One\n@length(max: 8)\nstring Two',
    ['error ChangedMemberTarget Job$a'],
  ],
  [
    'another target, a list of the same',
    'structure Job { a: One }\nlist One { member: String }\nlist Two { member: String }',
    'structure Job { a: Two }\nlist One { member: String }\nlist Two { member: String }',
    ['warning ChangedMemberTarget Job$a'],
  ],
  [
    'another target whose name counts',
    'structure Job { a: One }\nstructure One {}\nstructure Two {}',
    'structure Job { a: Two }\nstructure One {}\nstructure Two {}',
    ['error ChangedMemberTarget Job$a'],
  ],
  [
    'required now',
    'structure Job { a: String }',
    'structure Job { @required a: String }',
    ['error ChangedNullability.AddedRequiredTrait Job$a'],
  ],
  [
    'no longer required',
    'structure Job { @required a: String }',
    'structure Job { a: String }',
    ['error ChangedNullability.RemovedRequiredTrait Job$a'],
  ],
  [
    'no longer required, a structure',
    'structure Job { @required a: One }\nstructure One {}',
    'structure Job { a: One }\nstructure One {}',
    ['warning ChangedNullability.RemovedRequiredTrait.StructureOrUnion Job$a'],
  ],
  [
    'required in an input',
    '@input\nstructure Job { a: String }',
    '@input\nstructure Job { @required a: String }',
    ['warning ChangedNullability.AddedRequiredTrait Job$a'],
  ],
  [
    'required now, a structure',
    'structure Job { a: One }\nstructure One {}',
    'structure Job { @required a: One }\nstructure One {}',
    ['warning ChangedNullability.AddedRequiredTrait.StructureOrUnion Job$a'],
  ],
  [
    'no longer optional for clients',
    'structure Job { @clientOptional @required a: String }',
    'structure Job { @required a: String }',
    [
      'error ChangedNullability.RemovedClientOptionalTrait Job$a',
      'warning ModifiedTrait.Remove.smithy.api#clientOptional Job$a',
    ],
  ],
  [
    'a default that was null',
    'structure Job {\n a: Integer = null\n}',
    'structure Job {\n a: Integer = 2\n}',
    [
      'danger ChangedDefault Job$a',
      'error ChangedNullability.AddedNullDefault Job$a',
      'note ModifiedTrait.Update.smithy.api#default Job$a',
    ],
  ],
  [
    'a default that is null now',
    'structure Job {\n a: Integer = 2\n}',
    'structure Job {\n a: Integer = null\n}',
    [
      'danger ChangedDefault Job$a',
      'error ChangedNullability.RemovedNullDefault Job$a',
      'note ModifiedTrait.Update.smithy.api#default Job$a',
    ],
  ],
  [
    'input no longer',
    '@input\nstructure Job { @required a: String }',
    'structure Job { @required a: String }',
    ['error ChangedNullability.RemovedInputTrait Job$a', 'error TraitBreakingChange.Remove.smithy.api#input Job'],
  ],
  [
    'a default in place of required',
    'structure Job { @required a: String }',
    'structure Job {\n @addedDefault a: String = ""\n}',
    ['note ModifiedTrait.Add.smithy.api#default Job$a'],
  ],
  [
    'another default',
    'structure Job {\n a: Integer = 1\n}',
    'structure Job {\n a: Integer = 2\n}',
    ['danger ChangedDefault Job$a', 'note ModifiedTrait.Update.smithy.api#default Job$a'],
  ],
  [
    'a default of zero no longer',
    'structure Job {\n a: Integer = 0\n}',
    'structure Job {\n a: Integer = 2\n}',
    ['error ChangedDefault Job$a', 'note ModifiedTrait.Update.smithy.api#default Job$a'],
  ],
  [
    'closer length',
    '@length(min: 1, max: 9)\nstring Name',
    '@length(min: 2, max: 8)\nstring Name',
    [
      'error ChangedLengthTrait Name',
      'error ChangedLengthTrait Name',
      'note ModifiedTrait.Update.smithy.api#length Name',
    ],
  ],
  [
    'wider range',
    '@range(min: 1, max: 9)\ninteger Size',
    '@range(max: 10)\ninteger Size',
    ['note ModifiedTrait.Update.smithy.api#range Size'],
  ],
  [
    'a value at the end',
    'enum State { A }',
    'enum State { A, B }',
    ['note AddedShape State$B', 'note ChangedEnumTrait.Appended.1 State'],
  ],
  [
    'a value in front',
    'enum State { A }',
    'enum State { B, A }',
    ['error ChangedEnumTrait.OrderChanged.0 State', 'note AddedShape State$B'],
  ],
  [
    'a value that went',
    'enum State { A, B }',
    'enum State { B }',
    ['error ChangedEnumTrait.Removed.0 State', 'error RemovedShape State$A'],
  ],
  [
    'a path of a trait',
    '@http(method: "GET", uri: "/a")\noperation Get {}',
    '@http(method: "GET", uri: "/b")\noperation Get {}',
    ['error TraitBreakingChange.Update.smithy.api#http Get'],
  ],
  [
    'a pattern',
    'string Name',
    '@pattern("a")\nstring Name',
    ['warning TraitBreakingChange.Add.smithy.api#pattern Name'],
  ],
  [
    "a trait's own rules",
    '@trait(breakingChanges: [{change: "remove", severity: "DANGER"}])\nstructure mark {}\n@mark\nstring Name',
    '@trait(breakingChanges: [{change: "remove", severity: "DANGER"}])\nstructure mark {}\nstring Name',
    ['danger TraitBreakingChange.Remove.acme.jobs#mark Name'],
  ],
  ['tags that went', '@tags(["a"])\nstring Name', 'string Name', ['warning ModifiedTrait.Remove.smithy.api#tags Name']],
  [
    'bindings',
    'service Api { operations: [A] }\noperation A {}\noperation B {}',
    'service Api { operations: [B] }\noperation A {}\noperation B {}',
    ['error RemovedOperationBinding.FromService.A Api', 'note AddedOperationBinding.ToService.B Api'],
  ],
  [
    'errors and input',
    'operation A { errors: [E] }\n@error("client")\nstructure E {}\n@error("client")\nstructure F {}\nstructure In {}',
    'operation A { input: In, errors: [F] }\n@error("client")\nstructure E {}\n@error("client")\nstructure F {}\nstructure In {}',
    ['error ChangedOperationInput A', 'warning AddedOperationError.F A', 'warning RemovedOperationError.E A'],
  ],
  [
    'identifiers',
    'resource R { identifiers: { a: String } }',
    'resource R { identifiers: { b: String } }',
    ['error ChangedResourceIdentifiers R'],
  ],
  [
    'values of an enum by their trait',
    'intEnum Level {\n LOW = 1\n}',
    'intEnum Level {\n LOW = 2\n}',
    ['error ModifiedTrait.Update.smithy.api#enumValue Level$LOW'],
  ],
  [
    'what the tags of a trait judge',
    '@trait\n@tags(["diff.danger.remove", "diff.contents"])\nstructure mark {\n@tags(["diff.warning.update"])\nlevel: Integer\nnotes: Notes\n}\nlist Notes {\n@tags(["diff.error.add"])\nmember: String\n}\n@mark(level: 1, notes: ["a"])\nstring Name\n@mark\nstring Other',
    '@trait\n@tags(["diff.danger.remove", "diff.contents"])\nstructure mark {\n@tags(["diff.warning.update"])\nlevel: Integer\nnotes: Notes\n}\nlist Notes {\n@tags(["diff.error.add"])\nmember: String\n}\n@mark(level: 2, notes: ["a", "b"])\nstring Name\nstring Other',
    [
      'danger ModifiedTrait.Remove.acme.jobs#mark Other',
      'error ModifiedTrait.Add.acme.jobs#mark Name',
      'warning ModifiedTrait.Update.acme.jobs#mark Name',
    ],
  ],
];

for (const [title, before, after, expected] of cases)
  test(`${title} is told`, () => assert.equal(diff(before, after), [...expected].sort()));

test('metadata is compared', () => {
  const events = diffModels(read('', 'metadata a = 1\nmetadata b = 1\n'), read('', 'metadata b = 2\nmetadata c = 1\n'));
  assert.equal(
    events.map(({ severity, rule }) => `${severity} ${rule}`),
    ['danger RemovedMetadata.a', 'warning ChangedMetadata', 'note AddedMetadata'],
  );
});

test('the new model configures evaluators of its own', () => {
  const evaluator = (rest: string) => `{ message: "told", severity: "WARNING", ${rest} }`;
  const configured = [
    evaluator('id: "Each", emitCondition: "ForEachMatch", appliesTo: "AddedShapes", selector: "member"'),
    evaluator('id: "Any", emitCondition: "IfAnyMatch", appliesTo: "RemovedShapes", selector: "string"'),
    evaluator('id: "All", emitCondition: "IfAllMatch", appliesTo: "AddedShapes", filter: "structure", selector: "*"'),
    evaluator('id: "None", emitCondition: "IfNoneMatch", appliesTo: "AddedShapes", selector: "operation"'),
    evaluator('id: "Broken", emitCondition: "IfAnyMatch", appliesTo: "AddedShapes", selector: "["'),
    evaluator('id: "Nothing", emitCondition: "Sometimes", appliesTo: "AddedShapes", selector: "*"'),
  ];
  const more = `metadata diffEvaluators = [${configured.join(' ')}]\n`;
  const events = diffModels(read('string Old', more), read('structure Job { a: String }', more));
  assert.equal(
    events
      .filter(({ rule }) => !/^(?:Added|Removed)Shape/.test(rule))
      .map(({ severity, rule, shape }) => `${severity} ${rule} ${shape ?? ''}`.trim())
      .sort(),
    ['error Model', 'error Model', 'warning All', 'warning Any', 'warning Each acme.jobs#Job$a', 'warning None'],
  );
});

test('what the new model silences is silent in a comparison', () => {
  const text = (body: string) => [
    {
      file: 'jobs.smithy',
      text: `$version: "2.0"\nmetadata suppressions = [{ id: "AddedShape", namespace: "*" }]\nnamespace acme.jobs\n${body}`,
    },
  ];
  assert.equal(
    compareTexts(text(''), text('string Name')).events.map(({ severity }) => severity),
    ['suppressed'],
  );
});

test('a model is equal to itself', () => {
  const text = 'structure Job { @required a: String, l: L }\nlist L { member: L2 }\nlist L2 { member: Job }';
  assert.equal(diff(text, text), []);
});

test('lists in a circle end', () => {
  const lists = 'list A { member: B }\nlist B { member: A }\nlist C { member: D }\nlist D { member: C }\n';
  assert.is(diff(`${lists}structure Job { a: A }`, `${lists}structure Job { a: C }`).length, 1);
});

test.run();
