import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintAcross } from '../../packages/validator/src/cross/lint-across.ts';
import type { Finding } from '../../packages/validator/src/diagnostic/diagnostic.ts';
import { lintText } from '../../packages/validator/src/lint.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { suppressInline } from '../../packages/validator/src/suppression/suppress-inline.ts';
import { readExampleApi } from './example-api.ts';

// `<group>/<name>/right.yaml` and `wrong.yaml` hold one case a document, `right-*` and `wrong-*` one case a file, for the
// service of `example.smithy`; what is said of a file stands in the `.errors` beside it. UPDATE=1 writes those.
const folder = fileURLToPath(new URL('.', import.meta.url));
const update = process.env.UPDATE === '1';
const api = readExampleApi();
const known = new Set(rules.map(({ id }) => id));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(?:yaml|json)$/.test(file))
  .sort();

function lint(file: string): readonly Finding[] {
  const format = file.endsWith('.json') ? 'json' : 'yaml';
  const result = lintText(readFileSync(folder + file), { file, format, api });
  const findings = [...result.findings];
  if (file.startsWith('cross/'))
    findings.push(...lintAcross([{ file, documents: result.documents }], { api }).map(({ finding }) => finding));
  return suppressInline(findings, result, { today: '2026-11-23', known }).filter(
    ({ suppressed }) => suppressed === null,
  );
}

function describe({ range, severity, rule, pointer, message, fix }: Finding): string {
  const place = `${range.start.line}:${range.start.column}-${range.end.line}:${range.end.column}`;
  const change = fix === null ? '' : `\n  fix: ${fix.edits.map(({ text }) => JSON.stringify(text)).join(', ')}`;
  return `${place} ${severity} ${rule} ${pointer === '' ? '/' : pointer}: ${message}${change}`;
}

/** A file that is about a rule, and how many cases it holds. */
function readCase(file: string): { readonly id: string; readonly kind: string; readonly count: number } | null {
  const [, id = '', kind = '', one] = /^(.+)\/(right|wrong)(-[^/]*)?\.[a-z]+$/.exec(file) ?? [];
  if (!known.has(id)) return null;
  const isList = one === undefined && file.endsWith('.yaml') && !id.startsWith('spec/e');
  return { id, kind, count: isList ? readFileSync(folder + file, 'utf8').split(/^---$/m).length : 1 };
}

for (const file of files) {
  test(file, () => {
    const findings = lint(file);
    const text = findings.map((finding) => `${describe(finding)}\n`).join('');
    const expected = folder + (file.endsWith('.yaml') ? file.replace(/\.yaml$/, '.errors') : `${file}.errors`);
    if (update) writeFileSync(expected, text);
    assert.is(existsSync(expected) ? readFileSync(expected, 'utf8') : '', text);
    const about = readCase(file);
    if (about === null) return;
    const documents = new Set(findings.filter(({ rule }) => rule === about.id).map(({ document }) => document));
    if (about.kind === 'right') assert.is(documents.size, 0, `${about.id} objects to a right case`);
    else assert.ok(documents.size >= about.count, `${about.id} is silent on a wrong case`);
  });
}

test('each rule has at least five wrong and five right cases', () => {
  const cases = files.flatMap((file) => readCase(file) ?? []);
  for (const { id, rule } of rules) {
    // Their specs are waiver files and policies, which have tests of their own.
    if ('stage' in rule && (rule.stage === 'waiver' || rule.stage === 'policy')) continue;
    const count = (kind: string) =>
      cases.reduce((sum, one) => sum + (one.id === id && one.kind === kind ? one.count : 0), 0);
    assert.ok(rule.bad.length + count('wrong') >= 5, `${id} has ${rule.bad.length + count('wrong')} wrong cases`);
    assert.ok(rule.good.length + count('right') >= 5, `${id} has ${rule.good.length + count('right')} right cases`);
  }
});

test('there are cases', () => {
  assert.ok(files.length > 0);
});

test.run();
