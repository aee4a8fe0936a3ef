import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { generateFiles } from '../../generator/src/pipeline.ts';
import { compileFiles } from './compile.ts';
import { generateText, readSchema, writeModel } from './small-model.ts';

const test = suite('emit: hostile models');

const breakers = [
  '*/ globalThis.taken = 1; /*',
  "'; globalThis.taken = 1; '",
  '"; globalThis.taken = 1; "',
  '`$' + '{globalThis.taken = 1}`',
  '\\',
  "\\'; globalThis.taken = 1; //",
  '</script><script>taken = 1</script>',
  '<!-- taken',
  '\u2028globalThis.taken = 1;\u2029',
  '\u0001 taken',
  '@ts-nocheck',
  '//# sourceMappingURL=data:taken',
  '\u202etaken',
];

/** A JSON AST: every string of it is the model's. */
function hostileAst(text: string): string {
  const documentation = { 'smithy.api#documentation': text };
  const member = { target: 'smithy.api#String', traits: documentation };
  return JSON.stringify({
    smithy: '2.0',
    shapes: {
      'acme.jobs#Jobs': {
        type: 'service',
        version: text,
        operations: [{ target: 'acme.jobs#StartJob' }],
        traits: { ...documentation, 'smithy.api#title': text },
      },
      'acme.jobs#StartJob': {
        type: 'operation',
        input: { target: 'acme.jobs#StartJobRequest' },
        traits: documentation,
      },
      'acme.jobs#StartJobRequest': {
        type: 'structure',
        members: {
          name: member,
          mode: { target: 'acme.jobs#Mode' },
          old: { target: 'smithy.api#String', traits: { 'smithy.api#deprecated': { message: text, since: text } } },
        },
        traits: documentation,
      },
      'acme.jobs#Mode': {
        type: 'enum',
        members: { FAST: { target: 'smithy.api#Unit', traits: { 'smithy.api#enumValue': text, ...documentation } } },
        traits: documentation,
      },
    },
  });
}

test('text of a model stays text, in every file', async () => {
  const files = new Map<string, string>();
  for (const [index, text] of breakers.entries()) {
    const { files: made } = await generateFiles(
      [{ file: 'model/jobs.json', text: hostileAst(text) }],
      ['builder', 'schema', 'validator'],
    );
    assert.ok(made.length > 0, `nothing was generated for ${JSON.stringify(text)}`);
    for (const file of made) files.set(`case-${index}/${file.path}`, file.text);
  }
  // One statement too many, or a string that ends too early, would not compile: `taken` is declared nowhere.
  assert.equal(compileFiles(new Map([...files].filter(([path]) => path.endsWith('.ts')))), []);
  for (const [path, text] of files) {
    assert.not.match(
      text.replace(/\\u[0-9a-f]{4}/g, ''),
      /[\u0000-\u0009\u000b-\u001f\u2028\u2029\u202a-\u202e]/,
      path,
    );
    if (path.endsWith('.ts')) assert.not.match(text, /<\/script|<!--/, path);
  }
});

test('the values of an enumeration come through unchanged', async () => {
  for (const text of breakers) {
    const { files } = await generateFiles([{ file: 'model/jobs.json', text: hostileAst(text) }], ['schema']);
    const schema = readSchema(
      new Map(files.map((file) => [file.path, file.text])),
      'schema/draft-07/StartJob.schema.json',
    );
    assert.equal((schema.properties as { mode: { enum: string[] } }).mode.enum, [text]);
  }
});

const collidingModel = writeModel(`
service Jobs { version: "1", operations: [Delete, Api, StartJob] }
operation Delete { input: Record }
operation Api { input: Gate }
operation StartJob { input: string_ }
structure Record { @required constructor: String, @required __proto__: String, then: String, build: Date, build_: Object, check: Promise, toString: String, hasOwnProperty: JsonValue }
structure Gate { @required default: any_, class: Requests, verdict: Verdict, shapeBuilder: ShapeBuilder, api: TagBuilder, tag: Tag }
structure string_ { value: Error }
structure Date { at: Timestamp }
structure Object { value: String }
union Promise { __proto__: String, constructor: Integer, then: Tag }
structure any_ { any: String }
enum Requests {
  __proto__
  constructor
  class = "*/"
}
structure Verdict { table: Table }
structure ShapeBuilder { validators: Validators }
structure Tag { key: String }
structure TagBuilder { tags: Tags }
list Tags { member: Tag }
map Table { key: String, value: Record }
list Validators { member: Table }
structure Error { message: String }
document JsonValue
`);

test('names that collide with the language, the runtime or each other get names of their own', async () => {
  const { files } = await generateText(collidingModel, ['types', 'builder', 'schema', 'validator']);
  assert.equal(compileFiles(new Map([...files].filter(([path]) => path.endsWith('.ts')))), []);
  assert.match(files.get('builder.ts') ?? '', /export function delete_\(\)/);
  assert.match(files.get('types.ts') ?? '', /export interface Record_ /);
  // What the compiler makes of the name depends on how it resolves the runtime's types.
  assert.match(files.get('shape-table.ts') ?? '', /constructor: \{ target: 'String', required: true \} as const,/);
});

test('a member called __proto__ is a member like any other', async () => {
  const { files } = await generateText(collidingModel, ['schema']);
  const schema = readSchema(files, 'schema/draft-07/Delete.schema.json');
  assert.equal(Object.keys(schema.properties as object).includes('__proto__'), true);
  assert.equal(schema.required, ['__proto__', 'constructor']);
});

test('a model that nests without end is refused, not followed', async () => {
  const depth = 3000;
  const shapes = Array.from({ length: depth }, (_, index) => `structure S${index} { next: S${index + 1} }\n`).join('');
  const text = writeModel(
    `service Jobs { version: "1", operations: [Put] }\noperation Put { input: S0 }\n${shapes}structure S${depth} {}\n`,
  );
  const { files, events } = await generateFiles(
    [{ file: 'model/jobs.smithy', text }],
    ['schema', 'validator', 'builder'],
  );
  assert.equal(
    events.filter(({ severity }) => severity === 'error').map(({ rule }) => rule),
    ['Depth'],
  );
  assert.equal(files, []);
});

test('a name that is a path does not leave the folder', async () => {
  const ast = hostileAst('plain').replaceAll('StartJob"', '../../StartJob"');
  const { files } = await generateFiles([{ file: 'model/jobs.json', text: ast }], ['schema', 'types']);
  assert.equal(
    files.filter(({ path }) => path.includes('..')),
    [],
  );
});

test.run();
