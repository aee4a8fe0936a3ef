import { readFileSync } from 'node:fs';
import * as runtime from '@shapegate/validator/runtime';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { emitValidators } from '../../generator/src/emit/validator.ts';
import { readApi } from '../../generator/src/pipeline.ts';
import { generateText, writeModel } from './small-model.ts';

const test = suite('emit: validator');
const generated = (path: string) =>
  readFileSync(new URL(`../../packages/validator/src/generated/${path}`, import.meta.url), 'utf8');

test('generated code requires nothing and reaches for nothing', () => {
  for (const path of ['validators.ts', 'builder.ts', 'api.ts', 'shape-table.ts', 'types.ts', 'index.ts'])
    assert.not.match(generated(path), /\brequire\(|\bprocess\b|\bBuffer\b|\beval\b|new Function|from 'node:/, path);
});

test('every name that generated code imports is there', () => {
  for (const path of ['validators.ts', 'builder.ts', 'api.ts', 'shape-table.ts']) {
    const imports = generated(path).matchAll(/^import (type )?\{([^}]*)\} from '([^']+)';/gm);
    for (const [, isType, names = '', from = ''] of imports) {
      if (from.startsWith('./')) continue;
      assert.is(from, '@shapegate/validator/runtime', path);
      if (isType !== undefined) continue;
      for (const name of names.split(',').map((text) => text.trim()))
        if (name !== '' && !name.startsWith('type ')) assert.ok(Object.hasOwn(runtime, name), `${path}: ${name}`);
    }
  }
});

test('operations share the functions of their structures', () => {
  const text = generated('validators.ts');
  const exported = text.slice(text.indexOf('export const validators'));
  assert.match(exported, /CreateModelImportJob: validate\d+,\n {2}DeleteImportedModel: validate\d+,/);
  assert.is(text.match(/missingProperty: "s3Uri"/g)?.length, 1);
});

test('recursion and members that every object inherits', async () => {
  const text = writeModel(`
service Jobs { version: "1", operations: [Put] }
operation Put { input: Tree }
structure Tree { @required constructor: String, toString: Integer, children: Trees, a: String, b: String, c: String, d: String, e: String, f: String, __proto__: Integer }
list Trees { member: Tree }
`);
  const { view } = readApi([{ file: 'model/jobs.smithy', text }]);
  assert.ok(view !== null);
  const statement = emitValidators(view).statements.find(({ kind }) => kind === 'text');
  assert.ok(statement?.kind === 'text');
  const name = /^function (validate\d+)/m.exec(statement.text)?.[1];
  const make = new Function('addErrors', 'countCodePoints', 'formats', `${statement.text}\nreturn ${name};`);
  const validate = make(runtime.addErrors, runtime.countCodePoints, runtime.formats) as (data: unknown) => boolean;
  const parse = (json: string): unknown => JSON.parse(json);
  assert.ok(validate(parse('{"constructor":"a","__proto__":1,"children":[{"constructor":"b","children":[]}]}')));
  assert.not.ok(validate(parse('{}')), 'an inherited constructor is not a member');
  assert.not.ok(validate(parse('{"constructor":1}')), 'a member of the wrong type');
  assert.not.ok(validate(parse('{"constructor":"a","valueOf":1}')), 'an unknown member');
  assert.not.ok(validate(parse('{"constructor":"a","children":[{"constructor":"b","children":[{}]}]}')));
});

test('errors of a long list are gathered in linear time', async () => {
  const { files } = await generateText(
    writeModel(
      'service Jobs { version: "1", operations: [Put] }\noperation Put { input: Tags }\nstructure Tags { tags: TagList }\nlist TagList { member: Tag }\nstructure Tag { @required key: String, @required value: String }\n',
    ),
    ['validator'],
  );
  assert.not.match(files.get('validators.ts') ?? '', /\.concat\(/);
});

test.run();
