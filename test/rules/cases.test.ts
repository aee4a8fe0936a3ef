import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Finding } from '../../packages/validator/src/diagnostic/diagnostic.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { readExampleApi } from './example-api.ts';

// `<group>/<name>/right.yaml` and `wrong.yaml` hold one case a document, for the service of `example.smithy`; what lint
// says of a file stands in the `.errors` beside it. UPDATE=1 writes those.
const folder = fileURLToPath(new URL('.', import.meta.url));
const update = process.env.UPDATE === '1';
const api = readExampleApi();

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:yaml|json)$/.test(file))
  .sort();

function lint(file: string): readonly Finding[] {
  const format = file.endsWith('.json') ? 'json' : 'yaml';
  return lintText(readFileSync(folder + file), { file, format, api }).findings;
}

function describe({ range, severity, rule, pointer, message, fix }: Finding): string {
  const place = `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
  const change = fix === null ? '' : `\n  fix: ${fix.edits.map(({ text }) => JSON.stringify(text)).join(', ')}`;
  return `${place} ${severity} ${rule} ${pointer === '' ? '/' : pointer}: ${message}${change}`;
}

for (const file of files) {
  test(file, () => {
    const findings = lint(file);
    const text = findings.map((finding) => `${describe(finding)}\n`).join('');
    const expected = `${folder}${file.replace(/\.[a-z]+$/, '.errors')}`;
    if (update) writeFileSync(expected, text);
    assert.is(existsSync(expected) ? readFileSync(expected, 'utf8') : '', text);
    const [, id = ''] = /^(.+)\/[^/]+$/.exec(file) ?? [];
    if (!rules.some((rule) => rule.id === id)) return;
    const documents = new Set(findings.filter(({ rule }) => rule === id).map(({ document }) => document));
    if (file.endsWith('/right.yaml')) assert.is(documents.size, 0, `${id} objects to a right case`);
    if (file.endsWith('/wrong.yaml')) {
      const count = readFileSync(folder + file, 'utf8').split(/^---$/m).length;
      assert.is(documents.size, count, `${id} is silent on a wrong case`);
    }
  });
}

test('there are cases', () => {
  assert.ok(files.length > 0);
});

test.run();
