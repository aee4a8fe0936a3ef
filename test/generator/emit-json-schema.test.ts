import { existsSync, readFileSync } from 'node:fs';
import { drafts } from '@shapegate/generator';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { fullFormats } from 'ajv-formats/dist/formats.js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateFiles } from '../../generator/src/pipeline.ts';
import { generateText, readSchema, writeModel } from './small-model.ts';

const test = suite('emit: JSON Schema');

/** Compiles in Ajv's strict mode, as it is; formats are the only thing that Ajv has to be given. */
function compile(schema: Record<string, unknown>): ValidateFunction {
  const isOld = schema.$schema === 'http://json-schema.org/draft-07/schema#';
  const ajv = new (isOld ? Ajv : Ajv2020)({
    strict: true,
    allErrors: true,
    formats: { 'date-time': fullFormats['date-time'] },
  });
  const annotations = schema['x-annotations'];
  if (Array.isArray(annotations)) ajv.addVocabulary(annotations as string[]);
  return ajv.compile(schema);
}

function readShipped(draft: string, name: string): Record<string, unknown> {
  const url = new URL(`../../packages/validator/src/generated/schema/${draft}/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(url, 'utf8')) as Record<string, unknown>;
}

const good = {
  jobName: 'nightly-2026-11-23',
  importedModelName: 'support-bot',
  roleArn: 'arn:aws:iam::111122223333:role/model-import',
  modelDataSource: { s3DataSource: { s3Uri: 's3://acme-weights/support-bot/' } },
};

for (const draft of drafts) {
  test(`${draft}: a name that a backtracking engine never ends on is refused at once`, () => {
    const validate = compile(readShipped(draft, 'CreateModelImportJob'));
    assert.ok(validate(good));
    assert.not.ok(validate({ ...good, jobName: `a${'-'.repeat(61)}!` }));
    assert.equal(
      validate.errors?.map(({ keyword, instancePath }) => `${instancePath} ${keyword}`),
      ['/jobName pattern'],
    );
  });

  test(`${draft}: the model's own limits, and no rule's`, () => {
    const validate = compile(readShipped(draft, 'CreateModelImportJob'));
    const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ key: `k${index}`, value: '' }));
    assert.ok(validate({ ...good, jobTags: tags(200) }));
    assert.not.ok(validate({ ...good, jobTags: tags(201) }));
    assert.not.ok(validate({ ...good, tags: [] }));
    assert.not.ok(validate({ ...good, vpcConfig: null }));
    assert.not.ok(validate({ ...good, modelDataSource: {} }));
    // Five code points are ten UTF-16 units.
    assert.ok(validate({ ...good, importedModelName: 'a'.repeat(63) }));
  });

  test(`${draft}: a document is bare or in an envelope`, () => {
    const validate = compile(readShipped(draft, 'CreateModelImportJob.document'));
    assert.ok(validate(good));
    assert.ok(
      validate({ operation: 'CreateModelImportJob', region: 'eu-central-1', account: '111122223333', input: good }),
    );
    assert.not.ok(validate({ input: good, owner: 'ops' }));
    assert.not.ok(validate({ input: {} }));
    assert.not.ok(validate({ input: good, account: 111122223333 }));
  });
}

const shapesModel = writeModel(`
service Jobs { version: "1", operations: [Put] }
operation Put { input: PutRequest }
structure PutRequest {
  @required id: Id
  @required @idempotencyToken token: String
  @length(min: 2) short: Text
  tree: Tree
  choice: Choice
  @range(min: -5, max: 5) level: Integer
  ratio: Double
  at: At
  seconds: Seconds
  mode: Mode
  grade: Grade
  set: Names
  maybe: Maybe
  gaps: Gaps
  by: ByName
  any: Anything
  bytes: Blob
  @pattern("^(a+)\\\\1$") looking: String
  @default("x") filled: String
}
@length(min: 1, max: 3) string Id
@length(max: 4) string Text
structure Tree { children: Trees, label: String }
list Trees { member: Tree }
union Choice { left: String, right: Tree }
@timestampFormat("date-time") timestamp At
@timestampFormat("epoch-seconds") timestamp Seconds
enum Mode {
  FAST = "fast"
  SLOW = "slow"
}
intEnum Grade {
  ONE = 1
  TWO = 2
}
@uniqueItems list Names { member: String }
@sparse list Maybe { member: Tree }
@sparse map Gaps { key: Id, value: Mode }
@length(max: 1) map ByName { key: Mode, value: Integer }
document Anything
`);

const cases: readonly {
  readonly member: string;
  readonly accepts: readonly unknown[];
  readonly refuses: readonly unknown[];
}[] = [
  // Every client fills the token, so a spec may leave it out.
  { member: 'token', accepts: ['a'], refuses: [1] },
  { member: 'id', accepts: ['a', '\u{1f600}\u{1f600}\u{1f600}'], refuses: ['', 'abcd', 1, null] },
  { member: 'short', accepts: ['ab', 'abcdefgh'], refuses: ['a'] },
  {
    member: 'tree',
    accepts: [{}, { children: [{ children: [] }] }],
    refuses: [{ children: [{ x: 1 }] }, { children: [null] }],
  },
  {
    member: 'choice',
    accepts: [{ left: 'a' }, { right: {} }],
    refuses: [{}, { left: 'a', right: {} }, { up: 1 }, 'left'],
  },
  { member: 'level', accepts: [-5, 5], refuses: [-6, 6, 1.5, '1'] },
  { member: 'ratio', accepts: [1.5, 'NaN', '-Infinity'], refuses: ['1.5', true] },
  { member: 'at', accepts: ['2026-11-23T09:30:00Z'], refuses: ['yesterday', 1763890200] },
  { member: 'seconds', accepts: [1763890200.5], refuses: ['2026-11-23T09:30:00Z'] },
  { member: 'mode', accepts: ['fast'], refuses: ['FAST', ''] },
  { member: 'grade', accepts: [1], refuses: [3, 'ONE'] },
  { member: 'set', accepts: [['a', 'b']], refuses: [['a', 1]] },
  { member: 'maybe', accepts: [[null, {}]], refuses: [[{ x: 1 }]] },
  { member: 'gaps', accepts: [{ a: null, b: 'fast' }], refuses: [{ abcd: 'fast' }, { a: 'x' }] },
  { member: 'by', accepts: [{ fast: 1 }], refuses: [{ quick: 1 }, { fast: 1, slow: 2 }] },
  { member: 'any', accepts: [null, 1, { a: [] }], refuses: [] },
  { member: 'bytes', accepts: ['aGk='], refuses: [1] },
];

test('each kind of shape, in both drafts and in the validator', async () => {
  const { files } = await generateText(shapesModel, ['schema']);
  const { readApi, compileApi } = await import('../../generator/src/pipeline.ts');
  const { view } = readApi([{ file: 'model/jobs.smithy', text: shapesModel }]);
  assert.ok(view !== null);
  const ways: Record<string, (data: unknown) => boolean> = {
    validator: compileApi(view).api?.validators.Put ?? (() => false),
  };
  for (const draft of drafts) {
    ways[draft] = compile(readSchema(files, `schema/${draft}/Put.schema.json`));
    ways[`${draft} document`] = compile(readSchema(files, `schema/${draft}/Put.document.schema.json`));
  }
  for (const [way, validate] of Object.entries(ways)) {
    assert.not.ok(validate({}), `${way}: a required member is missing`);
    for (const { member, accepts, refuses } of cases) {
      for (const value of accepts)
        assert.ok(validate({ id: 'a', [member]: value }), `${way}: ${member} ${JSON.stringify(value)}`);
      for (const value of refuses)
        assert.not.ok(validate({ id: 'a', [member]: value }), `${way}: ${member} ${JSON.stringify(value)}`);
    }
    // The gate compares elements itself, in one pass; Ajv's own way takes the square of their number.
    assert.is(validate({ id: 'a', set: ['a', 'a'] }), way === 'validator', `${way}: the same twice`);
    // What every object inherits is not there.
    if (way === 'validator') assert.not.ok(validate(Object.create({ id: 'a' })), `${way}: an inherited member`);
  }
});

test('a pattern that no engine can take is left out, with a warning and a note', async () => {
  const { files, events } = await generateText(shapesModel, ['schema']);
  const warnings = events.filter(({ rule }) => rule === 'PatternLeftOut');
  assert.equal(
    warnings.map(({ shape, severity }) => `${severity} ${shape}`),
    ['warning acme.jobs#PutRequest$looking'],
  );
  const schema = readSchema(files, 'schema/draft-07/Put.schema.json');
  const looking = (schema.properties as Record<string, Record<string, unknown>>).looking;
  assert.is(looking?.pattern, undefined);
  assert.match(String(looking?.$comment), /\^\(a\+\)/);
});

const keywords = new Set(
  (
    '$schema $comment $ref $defs definitions title description default type properties required additionalProperties propertyNames ' +
    'minProperties maxProperties items minItems maxItems uniqueItems minLength maxLength pattern format contentEncoding enum ' +
    'minimum maximum anyOf allOf'
  ).split(' '),
);

/** All keywords of a schema; below `properties` and definitions stand names. */
function listKeywords(schema: unknown, isNames = false): string[] {
  if (Array.isArray(schema)) return schema.flatMap((each) => listKeywords(each));
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(isNames ? [] : [key]),
    ...(key === 'default' || key === 'enum'
      ? []
      : listKeywords(value, !isNames && ['properties', '$defs', 'definitions'].includes(key))),
  ]);
}

test('a schema has the keywords of its draft only', async () => {
  const { files } = await generateText(shapesModel, ['schema']);
  for (const draft of drafts) {
    const schema = readSchema(files, `schema/${draft}/Put.schema.json`);
    assert.equal(
      listKeywords(schema).filter((keyword) => !keywords.has(keyword)),
      [],
    );
    assert.is(draft === 'draft-07' ? schema.$defs : schema.definitions, undefined);
  }
});

const conformance = new URL('../../../shared/conformance/json-schema/', import.meta.url);

/** Values of every kind, to be refused or accepted by two schemas alike. */
const samples: readonly unknown[] = [
  null,
  true,
  0,
  1,
  -1,
  1.5,
  1e300,
  '',
  'a',
  'NaN',
  'Infinity',
  '-Infinity',
  [],
  ['a'],
  {},
  { a: 1 },
];

for (const [name, model, structure] of [
  ['integer-types', 'integer-types.smithy', 'smithy.example#Integers'],
  ['non-numeric-floats', 'non-numeric-floats.json', 'example.smithy#MyOperationInput'],
] as const) {
  test(`Smithy's own schema of ${name} accepts and refuses the same values`, async () => {
    if (!existsSync(conformance)) return console.log(`skip ${name}: ../shared is not there`);
    const texts: { file: string; text: string }[] = [
      { file: model, text: readFileSync(new URL(model, conformance), 'utf8') },
    ];
    if (!texts[0]?.text.includes('service'))
      texts.push({
        file: 'service.smithy',
        text: `$version: "2.0"\nnamespace acme.jobs\nservice Jobs { version: "1", operations: [Put] }\noperation Put { input: ${structure} }\n`,
      });
    const { files, events } = await generateFiles(texts, ['schema']);
    const file = files.find(({ path }) => path.startsWith('schema/draft-07/') && !path.includes('document'));
    assert.ok(file !== undefined, events.map(({ message }) => message).join('\n'));
    const ours = compile(JSON.parse(file.text) as Record<string, unknown>);
    const expected = JSON.parse(readFileSync(new URL(`${name}.jsonschema.v07.json`, conformance), 'utf8')) as {
      definitions: Record<string, { properties: object }>;
    };
    const definition = expected.definitions[structure.slice(structure.indexOf('#') + 1)];
    assert.ok(definition !== undefined);
    const theirs = new Ajv({ strict: false }).compile({ ...expected, ...definition });
    for (const member of Object.keys(definition.properties))
      for (const value of samples)
        assert.is(ours({ [member]: value }), theirs({ [member]: value }), `${member}: ${JSON.stringify(value)}`);
  });
}

test.run();
