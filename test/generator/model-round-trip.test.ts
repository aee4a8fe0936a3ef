import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writeAst } from '../../generator/src/emit/ast.ts';
import { writeIdl } from '../../generator/src/emit/idl.ts';
import { assembleModel, type ModelText } from '../../generator/src/model/assemble.ts';
import type { Model } from '../../generator/src/model/model.ts';
import { arbitraryModel } from './arbitrary-model.ts';
import { describeEvents, describeModel, findShared } from './conformance-data.ts';

const isLong = process.env.SHAPEGATE_LONG === '1';

function read(texts: readonly ModelText[]): Model {
  const { model, events } = assembleModel(texts);
  const errors = events.filter(({ severity }) => severity === 'error');
  assert.equal(describeEvents(errors), [], texts.map(({ text }) => text).join('\n'));
  return model;
}

/** As `describeModel`, with the mixins of each shape, which a writer keeps. */
function describe(model: Model): string[] {
  const kept = [...model.shapes.values()].map(
    ({ id, mixins, traits }) => `${id} ${mixins} ${traits.has('smithy.api#mixin')}`,
  );
  return [...describeModel(model), ...kept].sort();
}

function comesBack(model: Model): void {
  const said = describe(model);
  const ast = writeAst(model);
  const fromAst = read([{ file: 'model.json', text: ast }]);
  assert.equal(describe(fromAst), said, ast);
  assert.is(writeAst(fromAst), ast);
  const idl = writeIdl(model);
  const fromIdl = read(idl);
  assert.equal(describe(fromIdl), said, idl.map(({ text }) => text).join('\n'));
  assert.equal(writeIdl(fromIdl), idl);
  assert.is(writeAst(fromIdl), ast);
}

test('text to model to AST or canonical text to model is the identity', () => {
  fc.assert(
    fc.property(arbitraryModel, (texts) => comesBack(read(texts))),
    { numRuns: isLong ? 5_000 : 300, seed: 20_261_123 },
  );
});

for (const file of findShared('conformance/loader-valid') ?? [])
  if (/\.(?:smithy|json)$/.test(file.name) && !/__shared/.test(file.name))
    test(`${file.name} comes back`, () => {
      const shared = (findShared('conformance/loader-valid') ?? []).filter(({ name }) => name === '__shared.json');
      const texts = [file, ...shared].map(({ path, name }) => ({ file: name, text: readFileSync(path, 'utf8') }));
      comesBack(assembleModel(texts).model);
    });

for (const file of findShared('models') ?? [])
  if (!file.name.endsWith('.service-2.json') && (isLong || /^(?:bedrock|scheduler|sso|invoicing)-\d/.test(file.name)))
    test(`${file.name} comes back as an AST`, () => {
      const model = read([{ file: file.name, text: readFileSync(file.path, 'utf8') }]);
      const ast = writeAst(model);
      assert.equal(describe(read([{ file: file.name, text: ast }])), describe(model));
    });

test.run();
