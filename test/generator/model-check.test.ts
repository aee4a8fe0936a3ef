import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { checkModel } from '../../generator/src/check/check-model.ts';
import { assembleModel } from '../../generator/src/model/assemble.ts';
import { describeEvents } from './conformance-data.ts';

const folder = fileURLToPath(new URL('../fixtures/check/', import.meta.url));

// `x.smithy` beside `x.errors`, a line for each event; UPDATE=1 writes them anew.
for (const file of readdirSync(folder).filter((name) => name.endsWith('.smithy')))
  test(`${file} has its events`, () => {
    const said = `${describeEvents(checkModel(assembleModel([{ file, text: readFileSync(join(folder, file), 'utf8') }]))).join('\n')}\n`;
    const expected = join(folder, file.replace(/\.\w+$/, '.errors'));
    if (process.env.UPDATE === '1') writeFileSync(expected, said);
    assert.is(said, readFileSync(expected, 'utf8'));
  });

test('our own model has no event', () => {
  const root = fileURLToPath(new URL('../../model/', import.meta.url));
  const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.smithy'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  assert.equal(describeEvents(checkModel(assembleModel(texts))), []);
});

test.run();
