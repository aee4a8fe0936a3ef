import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  applyBaseline,
  applyWaivers,
  keyOfEntry,
  lintText,
  makeEntry,
  readBaseline,
  readWaivers,
  rules,
  writeBaseline,
} from '@shapegate/validator';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import fc from 'fast-check';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { baselineValidator, waiversValidator } from '../../packages/validator/src/suppression/generated/documents.ts';
import { jobApi } from './job-api.ts';

const known = new Set(rules.map(({ id }) => id));
const always = () => true;

function write(waivers: readonly object[]): string {
  return JSON.stringify({ apiVersion: 'shapegate/v1', kind: 'Waivers', waivers });
}

const waiver = {
  rule: 'shape/enum',
  file: '*.yaml',
  pointer: '/size',
  reason: 'tried out',
  owner: 'nlp-team',
  ticket: 'NLP-1',
  expires: '2026-11-23',
};

function read(waivers: readonly object[], today = '2026-11-23') {
  return readWaivers(write(waivers), { format: 'json', today, known });
}

const lint = (text: string) => lintText(text, { file: 'a.yaml', format: 'yaml', api: jobApi }).findings;
const spec = 'name: nightly\nsize: MEDIUM\n';

test('a waiver holds through its last day', () => {
  assert.is(read([waiver], '2026-11-23').waivers.length, 1);
  const ended = read([waiver], '2026-11-24');
  assert.is(ended.waivers.length, 0);
  assert.equal(
    ended.findings.map(({ rule, pointer }) => `${rule} ${pointer}`),
    ['waiver/expired /waivers/0/expires'],
  );
});

test('days are those of the calendar', () => {
  const isDay = (expires: string) => !read([{ ...waiver, expires }], '0001-01-01').malformed;
  for (const day of ['2028-02-29', '2000-02-29', '2026-12-31', '9999-12-31']) assert.ok(isDay(day), day);
  for (const day of [
    '2027-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-04-31',
    '2026-1-1',
    '20261231',
    '2026-11-23T00:00:00Z',
    ' 2026-11-23',
    '2026-11-23\n',
    '',
  ])
    assert.not.ok(isDay(day), day);
});

test('a waiver marks its finding with who answers for it', () => {
  const { waivers } = read([waiver]);
  const { findings, uses } = applyWaivers(lint(spec), waivers, always);
  assert.equal(
    findings.map(({ suppressed }) => suppressed),
    [
      {
        by: 'waiver',
        reason: 'tried out (nlp-team, NLP-1, until 2026-11-23)',
        owner: 'nlp-team',
        ticket: 'NLP-1',
        expires: '2026-11-23',
      },
    ],
  );
  assert.equal([...uses.values()], ['used']);
  assert.equal(applyWaivers(lint(spec), waivers, () => false).findings, lint(spec));
});

test('a waiver with a hash holds for that value, however it is written', () => {
  const [finding] = lint(spec);
  const { waivers } = read([{ ...waiver, hash: finding?.valueHash }]);
  const isWaived = (text: string) => applyWaivers(lint(text), waivers, always).findings[0]?.suppressed !== null;
  assert.ok(isWaived('# a\n"size":   "MEDIUM" # b\nname: other\n'));
  assert.not.ok(isWaived('name: nightly\nsize: HUGE\n'));
  assert.equal([...applyWaivers(lint('name: a\nsize: HUGE\n'), waivers, always).uses.values()], ['other-value']);
});

test('a hostile waiver file is a refusal', () => {
  const texts = [
    '[]',
    'null',
    '{"__proto__": 1}',
    '{"waivers": {"length": 3}}',
    `${'['.repeat(5000)}`,
    write([{}, []]),
  ];
  for (const text of texts) {
    const { malformed, findings } = readWaivers(text, { format: 'json', today: '2026-11-23', known });
    assert.ok(malformed && findings.length > 0, text.slice(0, 40));
  }
  assert.is(read([JSON.parse('{"__proto__": 1}')]).malformed, true);
  const started = Date.now();
  assert.is(read(Array.from({ length: 9000 }, () => ({}))).findings.length, 9000 * 7);
  assert.ok(Date.now() - started < 10_000);
});

test('a baseline reads what it has written, sorted and each entry once', () => {
  const entry = fc.record({
    file: fc.constantFrom('a.yaml', 'b/ü.yaml', '../c.json'),
    document: fc.nat({ max: 2 }),
    pointer: fc.constantFrom('', '/size', '/a~1b/0'),
    rule: fc.constantFrom('shape/enum', 'arn/format'),
    valueHash: fc.constantFrom(`sha256:${'0'.repeat(64)}`, `sha256:${'f'.repeat(64)}`),
  });
  fc.assert(
    fc.property(fc.array(entry), (entries) => {
      const text = writeBaseline(entries);
      const { entries: again } = readBaseline(text);
      assert.is(writeBaseline([...entries, ...entries].reverse()), text);
      assert.equal(new Set(again?.map(keyOfEntry)), new Set(entries.map(keyOfEntry)));
      assert.is(again?.length, new Set(entries.map(keyOfEntry)).size);
    }),
  );
});

test('a baseline is of one file, one document and one value, whatever their lines', () => {
  const [finding] = lint(spec);
  if (finding === undefined) throw new Error('there is nothing to keep');
  const keys = new Set([keyOfEntry(makeEntry('a.yaml', finding))]);
  const isKept = (text: string, file = 'a.yaml') =>
    applyBaseline(lint(text), file, keys, always).every(({ suppressed }) => suppressed?.by === 'baseline');
  assert.ok(isKept('# moved\n\nsize: "MEDIUM"\nname: nightly\n'));
  assert.not.ok(isKept(spec, 'b.yaml'));
  assert.not.ok(isKept(`name: first\n---\n${spec}`));
  assert.not.ok(isKept('name: nightly\nsize: HUGE\n'));
});

test('the shipped schemas and their compiled code say the same, and the code is fresh', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ['packages/validator/compile-schemas.mjs', '--check'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.is(status, 0, stderr);
  const ajv = ajvFormats.default(new Ajv({ strict: true, ownProperties: true }), { mode: 'full', formats: ['date'] });
  const schemaOf = (kind: string) =>
    ajv.compile(JSON.parse(readFileSync(`${root}/packages/cli/schema/${kind}.schema.json`, 'utf8')));
  const waiversSchema = schemaOf('waivers');
  const entry = { file: 'a', document: 0, pointer: '', rule: 'a/b', valueHash: `sha256:${'0'.repeat(64)}` };
  const values = [waiver, { ...waiver, expires: 'soon' }, { ...waiver, hash: 'x' }, { ...waiver, more: 1 }, {}, 1];
  for (const value of values) {
    const document = JSON.parse(write([value]));
    assert.is(waiversValidator(document), waiversSchema(document), JSON.stringify(value));
  }
  const baselineSchema = schemaOf('baseline');
  for (const value of [entry, { ...entry, document: -1 }, { ...entry, valueHash: '' }, { ...entry, x: 1 }, {}, null]) {
    const document = { version: 1, findings: [value] };
    assert.is(baselineValidator(document), baselineSchema(document), JSON.stringify(value));
  }
});

test.run();
