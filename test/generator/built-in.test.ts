import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { writeAst } from '../../generator/src/emit/ast.ts';
import { flattenShapes } from '../../generator/src/model/flatten.ts';
import { LostShapes } from '../../generator/src/model/lost-shapes.ts';
import { mergeFiles } from '../../generator/src/model/merge.ts';
import { parseIdl } from '../../generator/src/syntax/parser.ts';

const folder = fileURLToPath(new URL('../../generator/built-in/', import.meta.url));
const written = fileURLToPath(new URL('../../generator/src/generated/built-in-texts.ts', import.meta.url));
const prelude = 'smithy.api';
// The prelude first, then in the order of their names.
const namespaces = readdirSync(folder)
  .map((file) => file.replace(/\.smithy$/, ''))
  .sort((a, b) => Number(b === prelude) - Number(a === prelude) || (a < b ? -1 : 1));

function readText(namespace: string): string {
  return readFileSync(`${folder}${namespace}.smithy`, 'utf8');
}

/** The shapes of a namespace as a JSON AST, each on a line. */
function prepareText(namespace: string): string {
  const { tree, events } = parseIdl(`${namespace}.smithy`, readText(namespace));
  const beside = namespace === prelude ? [] : [parseIdl(`built-in:${prelude}`, readText(prelude)).tree];
  const trees = [...beside, tree];
  const lost = new LostShapes(trees);
  const { drafts, metadata } = mergeFiles(trees, lost, events);
  const shapes = flattenShapes(drafts, lost, events);
  assert.equal(events, [], namespace);
  assert.is(metadata.size, 0, `the metadata of ${namespace} would be lost`);
  const sorted: Record<string, unknown> = JSON.parse(writeAst({ metadata, shapes, lost })).shapes;
  // In the order of the text, which is the order in which selectors find them.
  const lines = [...shapes.keys()]
    .filter((id) => id in sorted)
    .map((id) => `${JSON.stringify(id)}:${JSON.stringify(sorted[id])}`);
  assert.is(lines.length, Object.keys(sorted).length, 'an `apply` would be lost');
  return `{"smithy":"2.0","shapes":{\n${lines.join(',\n')}\n}}`;
}

// `generator/built-in/*.smithy` is what people write; UPDATE=1 prepares it anew.
test('the built-in shapes are prepared as their texts say', () => {
  const entries = namespaces.map((namespace) => {
    const text = prepareText(namespace);
    assert.not.match(text, /`|\$\{/, 'it could not stand in a template');
    return `  [\n    '${namespace}',\n    String.raw\`${text}\`,\n  ],\n`;
  });
  const module = [
    '// Made from generator/built-in/*.smithy by `UPDATE=1 node test/run.mjs generator/built-in`. Do not edit.\n\n',
    '/** The prelude and the standard traits by namespace, the prelude first, each as a JSON AST: read faster than their IDL. */\n',
    'export const builtInTexts: readonly (readonly [namespace: string, text: string])[] = [\n',
    ...entries,
    '];\n',
  ].join('');
  if (process.env.UPDATE === '1') writeFileSync(written, module);
  assert.is(readFileSync(written, 'utf8'), module);
});

test.run();
