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

test('what a file that cannot be read may hold is not called missing', () => {
  const uses = {
    file: 'uses.smithy',
    text: '$version: "2"\nnamespace acme.jobs\nuse acme.ids#JobId\nstructure Job { id: JobId }\n',
  };
  const check = (file: string, text: string): string[] =>
    describeEvents(checkModel(assembleModel([uses, { file, text }])));
  const faults: readonly (readonly [file: string, text: string])[] = [
    ['ids.json', '{"smithy": "2.0", "shapes": {"acme.ids#JobId": {"type": "string"}'],
    ['ids.json', '{"smithy": "2.0", "shapes": {"acme.ids#JobId": {"type": 1}}}'],
    ['ids.smithy', '$version: "2"\nnamespace acme..ids\nstring JobId\n'],
    ['ids.smithy', '$version: "2"\nnamespace acme.ids\n@pattern("^a$)\nstring JobId\n'],
    ['a.service-2.json', '{"metadata": '],
  ];
  for (const [file, text] of faults)
    assert.match(check(file, text).join('\n'), new RegExp(`^error Model ${file}[^\n]*$`), text);
  assert.match(check('ids.json', '{"smithy": "2.0"}').join('\n'), /Target uses\.smithy/);
});

test('our own model has no event', () => {
  const root = fileURLToPath(new URL('../../model/', import.meta.url));
  const texts = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.smithy'))
    .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));
  assert.equal(describeEvents(checkModel(assembleModel(texts))), []);
});

test.run();
