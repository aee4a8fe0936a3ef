import { readFileSync } from 'node:fs';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { ShapeGraph } from '../../generator/src/model/selector/neighbours.ts';
import { isSelectorFault, parseSelector } from '../../generator/src/model/selector/parse-selector.ts';
import { select } from '../../generator/src/model/selector/select.ts';
import { readEntry, readText, readTexts } from '../../generator/src/syntax/node-entry.ts';
import { describeEvents, describeModel, findShared, loadShared } from './conformance-data.ts';

const valid = findShared('conformance/loader-valid') ?? [];
const common = valid.filter(({ name }) => name === '__shared.json');
for (const file of valid.filter(({ name }) => /(?<!\.flattened)\.smithy$/.test(name)))
  test(`loader-valid ${file.name}: text and AST are one model`, () => {
    const text = loadShared(file, ...common);
    assert.equal(describeEvents(text.all.filter(({ severity }) => severity === 'error')), []);
    for (const end of ['.json', '.flattened.smithy']) {
      const other = valid.find(({ name }) => name === file.name.replace('.smithy', end));
      if (other === undefined) continue;
      const twin = loadShared(other, ...common);
      assert.equal(describeEvents(twin.all.filter(({ severity }) => severity === 'error')), []);
      // Mixins are not in the flattened model.
      const kept = describeModel(text.model, ({ id }) => end === '.json' || twin.model.shapes.has(id));
      assert.equal(kept, describeModel(twin.model));
    }
  });

for (const file of findShared('conformance/loader-invalid') ?? [])
  test(`loader-invalid ${file.name} is refused`, () => {
    const refused = loadShared(file).all.filter(({ severity }) => severity === 'error');
    assert.is.not(refused.length, 0);
    const [first = ''] = readFileSync(file.path, 'utf8').split('\n');
    const place = /line (\d+), column (\d+)/.exec(first);
    if (place === null) return;
    const places = refused.map(({ range }) => `${range.start.line}:${range.start.column}`);
    assert.ok(places.includes(`${place[1]}:${place[2]}`), `${first}, but found ${describeEvents(refused).join('; ')}`);
  });

for (const file of findShared('conformance/selectors') ?? [])
  test(`selectors ${file.name}`, () => {
    const { model } = loadShared(file);
    const cases = model.metadata.get('selectorTests');
    assert.ok(cases?.kind === 'array');
    for (const one of cases.elements) {
      const text = readText(one, 'selector') ?? '';
      const selector = parseSelector(text);
      assert.not(isSelectorFault(selector), text);
      if (isSelectorFault(selector)) continue;
      const skip = readEntry(one, 'skipPreludeShapes')?.kind === 'boolean';
      const found = [...select(new ShapeGraph(model), selector)]
        .map(({ id }) => id)
        .filter((id) => !skip || !id.startsWith('smithy.api#'));
      assert.equal(found.sort(), readTexts(readEntry(one, 'matches')).sort(), text);
    }
  });

for (const file of findShared('models') ?? [])
  if (!file.name.endsWith('.service-2.json'))
    test(`model ${file.name} has no error`, () => {
      const { all } = loadShared(file);
      assert.equal(describeEvents(all.filter(({ severity }) => severity === 'error')), []);
    });

test.run();
