import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { lintText } from '../../packages/validator/src/lint.ts';
import { rules } from '../../packages/validator/src/rules/index.ts';
import { suppressInline } from '../../packages/validator/src/suppression/suppress-inline.ts';
import { readExampleApi } from '../rules/example-api.ts';

const api = readExampleApi();
const known = new Set(rules.map(({ id }) => id));

function lint(text: string, format: 'yaml' | 'json' = 'yaml', isSuppressible = (_: string) => true) {
  const result = lintText(text, { file: 'a.yaml', format, api });
  const findings = suppressInline(result.findings, result, { today: '2026-11-23', known, isSuppressible });
  return findings.map(
    ({ rule, range, document, suppressed }) =>
      `${document} ${range.start.line}:${range.start.column} ${rule}${suppressed === null ? '' : ` (${suppressed.reason})`}`,
  );
}

test('a comment silences the findings of its rule on the next line, or on its own', () => {
  assert.equal(lint('name: nightly\n# shapegate-ignore-next-line shape/enum -- tried out\nsize: MEDIUM\n'), [
    '0 3:7 shape/enum (tried out)',
  ]);
  assert.equal(lint('name: nightly\nsize: MEDIUM   # shapegate-ignore shape/enum -- tried out -- twice\n'), [
    '0 2:7 shape/enum (tried out -- twice)',
  ]);
  assert.equal(
    lint('name: nightly\r\n  \r\n#   shapegate-ignore-next-line   shape/enum --  x \r\n\r\n# b\r\nsize: MEDIUM\r\n'),
    ['0 6:7 shape/enum (x)'],
  );
});

test('several rules and stacked comments', () => {
  const spec =
    'name: nightly\n# shapegate-ignore-next-line shape/enum, shape/type -- a\n# shapegate-ignore-next-line shape/range -- b\nnote: { size: x }\n';
  assert.equal(lint(spec), ['0 4:7 shape/type (a)', '0 2:1 suppression/unused', '0 3:1 suppression/unused']);
});

test('without a reason, after its day, on a day that is none, or for another line it silences nothing', () => {
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enum\n'), [
    '0 2:7 shape/enum',
    '0 2:14 suppression/reason',
  ]);
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enum until:2026-11-22 -- x\n'), [
    '0 2:7 shape/enum',
    '0 2:14 suppression/unused',
  ]);
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enum until:2026-11-23 -- x\n'), [
    '0 2:7 shape/enum (x)',
  ]);
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enum until:2027-02-30 -- x\n'), [
    '0 2:7 shape/enum',
    '0 2:14 suppression/unused',
  ]);
  assert.equal(lint('name: nightly # shapegate-ignore shape/enum -- x\nsize: MEDIUM\n'), [
    '0 2:7 shape/enum',
    '0 1:15 suppression/unused',
  ]);
});

test('a rule that there is not, or none', () => {
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enumm -- x\n'), [
    '0 2:7 shape/enum',
    '0 2:14 suppression/unknown-rule',
  ]);
  assert.equal(lint('name: nightly # shapegate-ignore\n'), [
    '0 1:15 suppression/unknown-rule',
    '0 1:15 suppression/reason',
  ]);
});

test('the directive is the first word of a comment, and no part of a string or of JSON', () => {
  assert.equal(lint('name: nightly\nsize: MEDIUM # see shapegate-ignore shape/enum -- x\n'), ['0 2:7 shape/enum']);
  assert.equal(lint('name: nightly\nsize: MEDIUM # shapegate-ignored shape/enum -- x\n'), ['0 2:7 shape/enum']);
  assert.equal(lint('name: nightly\nnote: "\n  # shapegate-ignore-next-line shape/enum -- x"\nsize: MEDIUM\n'), [
    '0 4:7 shape/enum',
  ]);
  assert.equal(lint('{ "name": "nightly", "size": "MEDIUM" }', 'json'), ['0 1:30 shape/enum']);
});

test('a rule that nothing may silence stands', () => {
  assert.equal(
    lint('name: nightly\nsize: MEDIUM # shapegate-ignore shape/enum -- x\n', 'yaml', (rule) => rule !== 'shape/enum'),
    ['0 2:7 shape/enum', '0 2:14 suppression/unused'],
  );
});

test('in a file of several documents a finding about a comment is of the document that it stands in or before', () => {
  assert.equal(
    lint(
      'name: a\n---\n# shapegate-ignore-next-line shape/enum -- x\nname: b\n---\nname: c # shapegate-ignore shape/enum -- y\n',
    ),
    ['1 3:1 suppression/unused', '2 6:9 suppression/unused'],
  );
});

test('the fix of an unused comment takes a whole line or the end of one', () => {
  const edits = (text: string) => {
    const result = lintText(text, { file: 'a.yaml', format: 'yaml', api });
    return suppressInline(result.findings, result, { today: '2026-11-23', known })[0]?.fix?.edits[0]?.range;
  };
  assert.equal(edits('name: nightly  # shapegate-ignore shape/enum -- x\n'), {
    start: { line: 1, column: 14 },
    end: { line: 1, column: 50 },
  });
  assert.equal(edits('  # shapegate-ignore-next-line shape/enum -- x\r\nname: nightly\n'), {
    start: { line: 1, column: 1 },
    end: { line: 2, column: 1 },
  });
});

test('hundreds of thousands of comments are read in a moment', () => {
  const text = `${'# shapegate-ignore-next-line shape/enum -- x\n'.repeat(20_000)}name: nightly\n`;
  assert.is(lint(text).length, 20_000);
});

test.run();
