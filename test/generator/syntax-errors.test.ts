import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { readJsonAst } from '../../generator/src/syntax/json-ast.ts';
import { parseIdl } from '../../generator/src/syntax/parser.ts';

const folder = fileURLToPath(new URL('../fixtures/syntax/bad/', import.meta.url));

// `x.smithy` or `x.json` beside `x.errors`, a line for each event; UPDATE=1 writes them anew.
for (const file of readdirSync(folder).filter((name) => !name.endsWith('.errors')))
  test(`${file} is refused at the right places`, () => {
    const text = readFileSync(join(folder, file), 'utf8');
    const { events } = file.endsWith('.json') ? readJsonAst(file, text) : parseIdl(file, text);
    const lines = events.map(
      ({ severity, rule, range, message }) =>
        `${range.start.line}:${range.start.column} ${severity} ${rule} ${message}`,
    );
    const said = `${lines.join('\n')}\n`;
    const expected = join(folder, file.replace(/\.\w+$/, '.errors'));
    if (process.env.UPDATE === '1') writeFileSync(expected, said);
    assert.is(said, readFileSync(expected, 'utf8'));
  });

test.run();
