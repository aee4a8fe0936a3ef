// biome-ignore-all lint/suspicious/noTemplateCurlyInString: references are what is tested
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Finding, type LintOptions, lintText, type Range } from '@shapegate/validator';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { jobApi } from './job-api.ts';

const folder = fileURLToPath(new URL('../fixtures/lint/', import.meta.url));

function lint(text: string | Uint8Array, options: Partial<LintOptions> = {}) {
  return lintText(text, { file: 'a.yaml', format: 'yaml', api: jobApi, ...options });
}

function showRange({ start, end }: Range): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}

/** A finding as the files of expectations write it. */
function showFinding(finding: Finding): string {
  const { document, range, severity, rule, pointer, message, help, related, fix } = finding;
  const lines = [`${document} ${showRange(range)} ${severity} ${rule} ${JSON.stringify(pointer)} ${message} | ${help}`];
  for (const other of related)
    lines.push(`  related ${showRange(other.range)} ${JSON.stringify(other.pointer)} ${other.message}`);
  if (fix !== null)
    for (const { range: place, text } of fix.edits)
      lines.push(`  fix ${showRange(place)} ${JSON.stringify(text)} ${fix.title}`);
  return lines.join('\n');
}

/** The text after one fix. */
function applyFix(text: string, finding: Finding): string {
  const lines = text.split('\n');
  const offsetOf = ({ line, column }: Range['start']) =>
    lines.slice(0, line - 1).reduce((all, each) => all + each.length + 1, 0) + column - 1;
  let fixed = text;
  for (const { range, text: replacement } of [...(finding.fix?.edits ?? [])].reverse())
    fixed = fixed.slice(0, offsetOf(range.start)) + replacement + fixed.slice(offsetOf(range.end));
  return fixed;
}

for (const file of readdirSync(folder).filter((name) => /\.(?:yaml|json)$/.test(name))) {
  test(`fixture ${file}`, () => {
    const format = file.endsWith('.json') ? 'json' : 'yaml';
    const { findings } = lint(readFileSync(join(folder, file)), { file, format });
    const found = findings.map((finding) => `${showFinding(finding)}\n`).join('');
    const expected = join(folder, `${file}.errors`);
    if (process.env.UPDATE === '1') writeFileSync(expected, found);
    assert.fixture(found, existsSync(expected) ? readFileSync(expected, 'utf8') : '');
  });
}

test('what an envelope says wins over what is said outside', () => {
  const outside = { operation: 'GetJob', target: { region: 'us-east-1', account: '111122223333' } };
  const { documents } = lint(
    'operation: CreateJob\nregion: eu-central-1\ninput: { name: a }\n---\njobArn: a\n',
    outside,
  );
  assert.equal(
    documents.map(({ isEnvelope, request, target }) => ({ isEnvelope, operation: request?.operation, target })),
    [
      { isEnvelope: true, operation: 'CreateJob', target: { region: 'eu-central-1', account: '111122223333' } },
      { isEnvelope: false, operation: 'GetJob', target: outside.target },
    ],
  );
});

test('where the operation has a member called input, a document is bare', () => {
  const text = 'operation: x\ninput: { team: nlp, a-b: c }\n';
  const { documents, findings } = lint(text, { operation: 'SendInput' });
  assert.is(documents[0]?.isEnvelope, false);
  assert.equal(
    findings.map(({ rule, pointer }) => `${rule} ${pointer}`),
    ['shape/pattern /input/a-b'],
  );
});

test('a Region from elsewhere has no place in the file', () => {
  const { findings } = lint('\n\nname: a\n', { target: { region: 'eu-west-1' } });
  assert.equal(findings.map(showFinding), [
    '0 1:1-1:1 error region/available "" `CreateJob` is not offered in `eu-west-1`, expected `eu-central-1` or `us-east-1` (as of 2026-09-17) | Send it to one of these Regions; if there are more since 2026-09-17, list them in the configuration under `regions` of this rule.',
  ]);
});

test('where nothing says the operation, that is the finding', () => {
  const { service } = jobApi.table;
  const api = { ...jobApi, table: { ...jobApi.table, service: { ...service, defaultOperation: null } } };
  assert.equal(
    lint('name: a b\n', { api }).findings.map(({ rule, message }) => `${rule}: ${message}`),
    ['spec/operation: nothing says which operation this is for, expected `operation`'],
  );
});

test('a document tells where a place of its input stands', () => {
  const { documents } = lint('input:\n  name: nightly\n  zones: [a, b]\n');
  const [document] = documents;
  assert.is(document && showRange(document.locate('/zones/1', 'value')), '3:14-3:15');
  assert.is(document && showRange(document.locate('/zones', 'key')), '3:3-3:8');
  assert.is(document && showRange(document.locate('', 'value')), '1:1-1:6');
  assert.is(document && showRange(document.locate('/no/such/place', 'value')), '1:1-1:6');
});

test('a byte order mark and CRLF are not counted', () => {
  const { findings } = lint(
    new TextEncoder().encode('\ufeffname: nightly\r\nsize: small\r\nnote: null\r\nworkers: 0 # none\r\n'),
  );
  assert.equal(
    findings.map(({ rule, range, fix }) => [
      rule,
      showRange(range),
      ...(fix?.edits ?? []).map((edit) => showRange(edit.range)),
    ]),
    [
      ['shape/enum', '2:7-2:12', '2:7-2:12'],
      ['shape/type', '3:7-3:11', '3:1-4:1'],
      ['shape/range', '4:10-4:11'],
    ],
  );
});

test('references may be allowed for templates, in the envelope too', () => {
  const text = 'region: ${REGION}\naccount: "{{ account }}"\ninput:\n  name: ${NAME}\n';
  assert.equal(lint(text, { references: 'allow' }).findings, []);
  assert.equal(
    lint(text).findings.map(({ rule }) => rule),
    ['value/reference', 'value/reference', 'value/reference'],
  );
});

test('rules can be silenced', () => {
  assert.equal(
    lint('name: a b\nsize: HUGE\n', { rules: { 'shape/pattern': 'off', 'shape/enum': 'off' } }).findings,
    [],
  );
});

test('what cannot be read is an error whatever the settings say', () => {
  const rules = { 'spec/duplicate-key': 'off', 'spec/parse': { severity: 'info' } } as const;
  for (const text of ['name: a\nname: b\n', 'name: [a\n'])
    assert.equal(
      lint(text, { rules }).findings.map(({ severity }) => severity),
      ['error'],
      text,
    );
});

test('a fix changes the smallest text, and the finding goes', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['name: 0755 # mode\n', 'name: "0755" # mode\n'],
    ["name: a\n'Size': SMALL\n", "name: a\n'size': SMALL\n"],
    ['name: a\nsize: small # s\n', 'name: a\nsize: SMALL # s\n'],
    ['name: a\nsize: "small"\n', 'name: a\nsize: "SMALL"\n'],
    ["name: a\nsize: 'small'\n", "name: a\nsize: 'SMALL'\n"],
    ['name: a\nnote: null # none\nsize: SMALL\n', 'name: a\n# none\nsize: SMALL\n'],
    ['name: a\nnote:\nsize: SMALL\n', 'name: a\nsize: SMALL\n'],
    ['{ name: a, note: null, size: SMALL }\n', '{ name: a, size: SMALL }\n'],
    ['{ name: a, note: null }\n', '{ name: a }\n'],
    ['{\n  "name": "a",\n  "note": null\n}\n', '{\n  "name": "a"\n}\n'],
    ['{\n  "name": "a",\n  "note": null,\n  "size": "SMALL"\n}\n', '{\n  "name": "a",\n  "size": "SMALL"\n}\n'],
    ['name: a\nzones:\n  - x\n  - null\n', 'name: a\nzones:\n  - x\n'],
    ['name: a\nzones:\n- null\n- x\n', 'name: a\nzones:\n- x\n'],
    ['name: a\nzones:\n- &a x\n- null # *a', 'name: a\nzones:\n- &a x\n# *a'],
    ['name: a\nzones:\n- x\n- !!null null', 'name: a\nzones:\n- x'],
    ['name: a\nzones: [x,\n  null]\n', 'name: a\nzones: [x]\n'],
    ['name: a\nzones: [x, null,\n  y]\n', 'name: a\nzones: [x,\n  y]\n'],
    ['name: a\nzones: [\n  x, # x,\n  null # n\n ]\n', 'name: a\nzones: [\n  x # x,\n  # n\n ]\n'],
    ['name: a\nzones: [\n  null, # n\n  x\n ]\n', 'name: a\nzones: [\n  # n\n  x\n ]\n'],
    ['name: a\nzones: [\n  null # n\n  , x\n ]\n', 'name: a\nzones: [\n  # n\n   x\n ]\n'],
    ['account: 111122223333\ninput: { name: a }\n', 'account: "111122223333"\ninput: { name: a }\n'],
    ['operation: createJob\ninput: { name: a }\n', 'operation: CreateJob\ninput: { name: a }\n'],
  ];
  for (const [text, fixed] of cases) {
    const [finding, ...more] = lint(text).findings;
    assert.equal(more.map(showFinding), [], text);
    assert.is(finding && applyFix(text, finding), fixed);
    assert.equal(lint(fixed).findings, [], fixed);
  }
});

test('a fix that would reach further is not offered', () => {
  const texts = [
    'name: a\nnote: &n null\nlabels: { a: *n }\n',
    'name: a\nsize: |\n  small\n',
    'name: a\nsize: !!str small\n',
    'name: a\nnote: &s small\nsize: *s\n',
    'name: !!int 42\n',
    'name: a\nlabels:\n  team: null\n',
    'name: a\nlabels: { team: null }\n',
    'name: a\nzones:\n- note: null\n  size: b\n',
  ];
  for (const text of texts) {
    const { findings } = lint(text);
    assert.ok(findings.length > 0, text);
    for (const finding of findings) assert.is(finding.fix, null, showFinding(finding));
  }
});

test('findings have the hash of their value', () => {
  const one = lint('name: a b\n').findings[0];
  const other = lint('operation: CreateJob\ninput:\n    "name": "a b" # again\n').findings[0];
  assert.ok(one !== undefined && /^sha256:[0-9a-f]{64}$/.test(one.valueHash));
  assert.is(one.valueHash, other?.valueHash);
});

test.run();
