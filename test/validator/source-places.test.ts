import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { appendToken } from '../../packages/validator/src/diagnostic/pointer.ts';
import type { JsonValue } from '../../packages/validator/src/shape/json.ts';
import { readDocuments } from '../../packages/validator/src/source/read-documents.ts';

const folder = fileURLToPath(new URL('../fixtures/source/', import.meta.url));

function describe(value: JsonValue): string {
  if (typeof value === 'number') return Object.is(value, -0) ? '-0' : String(value);
  return JSON.stringify(value);
}

function* walk(value: JsonValue, pointer: string): Generator<[string, JsonValue]> {
  yield [pointer, value];
  if (typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* walk(item, appendToken(pointer, i));
  else for (const [key, item] of Object.entries(value)) yield* walk(item as JsonValue, appendToken(pointer, key));
}

/** Everything that the reader knows of a text, a line each: value, place and text of each value and key. */
function print(text: string, format: 'yaml' | 'json'): string {
  const file = readDocuments(text, format);
  const place = (at: { start: number; end: number } | null): string => {
    if (at === null) return '-';
    const { line, column } = file.lines.position(at.start);
    return `${line}:${column} ${JSON.stringify(file.text.slice(at.start, at.end))}`;
  };
  const out: string[] = [`documents ${file.documentCount}`];
  for (const document of file.documents) {
    out.push(`document ${document.index}${document.empty ? ' empty' : ''}`);
    for (const [pointer, value] of walk(document.value, '')) {
      const what = typeof value === 'object' && value !== null ? '' : `${describe(value)} `;
      const origin = document.originOffsets(pointer, 'value');
      out.push(
        `  ${pointer || '""'} ${what}at ${place(document.offsets(pointer, 'value'))}` +
          ` key ${place(document.offsets(pointer, 'key'))}${origin ? ` origin ${place(origin)}` : ''}`,
      );
    }
  }
  for (const hit of file.hits) {
    out.push(`hit ${hit.rule} ${hit.document} ${hit.pointer || '""'} ${place(hit)} ${JSON.stringify(hit.facts)}`);
    for (const related of hit.related) out.push(`  related ${place(related)} ${related.message}`);
  }
  for (const comment of file.comments('')) out.push(`comment ${place(comment)}`);
  return `${out.join('\n')}\n`;
}

for (const name of readdirSync(folder).filter((file) => /\.(yaml|json)$/.test(file))) {
  const expected = join(folder, `${name}.expected`);
  const text = readFileSync(join(folder, name), 'utf8');
  const format = name.endsWith('.json') ? 'json' : 'yaml';
  test(name, () => {
    const printed = print(text, format);
    if (process.env.UPDATE) writeFileSync(expected, printed);
    assert.fixture(printed, readFileSync(expected, 'utf8'));
  });
  test(`${name} with CRLF and a byte order mark`, () => {
    const file = readDocuments(new TextEncoder().encode(`\ufeff${text.replaceAll('\n', '\r\n')}`), format);
    const unix = readDocuments(text, format);
    assert.is(file.byteOrderMark, true);
    assert.equal(
      file.documents.map(({ value }) => JSON.stringify(value)),
      unix.documents.map(({ value }) => JSON.stringify(value)),
    );
    for (const [index, document] of file.documents.entries())
      for (const [pointer] of walk(document.value, ''))
        for (const part of ['value', 'key'] as const) {
          const here = document.offsets(pointer, part);
          const there = unix.documents[index]!.offsets(pointer, part);
          assert.is(here === null, there === null, pointer);
          if (here && there)
            assert.equal(file.lines.range(here.start, here.end), unix.lines.range(there.start, there.end), pointer);
        }
    assert.equal(
      file.hits.map((hit) => file.lines.position(hit.start)),
      unix.hits.map((hit) => unix.lines.position(hit.start)),
    );
  });
}

test('a pointer that leads nowhere has no place', () => {
  const [document] = readDocuments('jobName: nightly\nlist: [1]\n', 'yaml').documents;
  for (const pointer of ['/other', '/jobName/deeper', '/list/1', '/list/01', '/list/-1', '/list/length', '/toString'])
    assert.is(document!.offsets(pointer, 'value'), null, pointer);
});

test.run();
