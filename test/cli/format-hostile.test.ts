import type { Finding } from '@shapegate/validator';
import * as fc from 'fast-check';
import { marked, type Token } from 'marked';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { FileReport } from '../../packages/cli/src/specs/lint-report.ts';
import { findSarifFaults } from './sarif-schema.ts';
import { readElements, validateJunit } from './xml-document.ts';

// The bundler writes it in.
Object.assign(globalThis, { SHAPEGATE_VERSION: '0.0.0' });
const { formatReport } = await import('../../packages/cli/src/format/reports.ts');
const { formatJson } = await import('../../packages/cli/src/format/json.ts');
const { formatPretty } = await import('../../packages/cli/src/format/pretty.ts');

const pieces = [
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u001b]8;;https://evil.example\u001b\\',
  '\u007f',
  '\u009b1m',
  '\u0085',
  '\u2028',
  '\u202e',
  '\u2066',
  '\u200f',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  '\udc00',
  '😀',
  '漢',
  'é',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '\n::error::owned',
  '::error file=x::owned',
  '\n##[error]owned',
  '##vso[task.complete]',
  '##teamcity[x]',
  '::add-mask::a',
  '::stop-commands::x',
  '%0A::error::x',
  '%',
  ',',
  ':',
  ']]>',
  '<!--',
  '-->',
  '<![CDATA[',
  '<script>alert(1)</script>',
  '<img src=x>',
  '&amp;',
  '&#10;',
  '&',
  '"',
  "'",
  '`',
  '``',
  '```\n',
  '|',
  '\\|',
  '\\',
  '](https://evil.example)',
  '[a](javascript:x)',
  '![i](x)',
  'https://evil.example',
  'www.evil.example',
  '@acme/admins',
  'a@b.example',
  '#1',
  '**b**',
  '_i_',
  '~~s~~',
  '# h',
  '- l',
  '1. n',
  '{0}',
  '{{',
  '}',
  '$& $1',
  '__proto__',
  '../',
  '/',
  ' ',
  'name',
  'a/b.yaml',
  ':smile:',
  '!12',
  '&1',
  '| --- |',
  '<br>',
  '</code>',
  '<code>',
]; // prettier-ignore

const hostile = fc
  .array(fc.oneof({ arbitrary: fc.constantFrom(...pieces), weight: 4 }, fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''));

// What parsed JSON is compared with has prototypes as well.
const record = <T extends object>(model: { [Key in keyof T]: fc.Arbitrary<T[Key]> }): fc.Arbitrary<T> =>
  fc.record(model, { noNullPrototype: true }) as fc.Arbitrary<T>;

const range = fc.tuple(fc.nat(3), fc.nat(40), fc.nat(2), fc.nat(40)).map(([line, column, more, width]) => ({
  start: { line: line + 1, column: column + 1 },
  end: { line: line + 1 + more, column: column + 1 + width },
}));

const finding: fc.Arbitrary<Finding> = record({
  rule: fc.oneof(
    fc.constantFrom('name/charset', 'acme/encrypted'),
    hostile.filter((text) => text !== ''),
  ),
  severity: fc.constantFrom('error' as const, 'warning' as const, 'info' as const),
  message: hostile.map((text) => `found ${text}`),
  help: hostile,
  pointer: hostile.map((text) => (text === '' ? '' : `/${text}`)),
  document: fc.nat(3),
  range,
  related: fc.array(record({ file: hostile, document: fc.nat(3), pointer: hostile, range, message: hostile }), {
    maxLength: 2,
  }),
  fix: fc.option(
    record({ title: hostile, edits: fc.array(record({ range, text: hostile }), { minLength: 1, maxLength: 2 }) }),
  ),
  suppressed: fc.option(
    record({ by: fc.constantFrom('inline' as const, 'waiver' as const, 'baseline' as const), reason: hostile }),
    { freq: 3 },
  ),
  valueHash: fc.constant(`sha256:${'0'.repeat(64)}`),
});

// A path is relative: what is absolute belongs to another drive.
const reports: fc.Arbitrary<FileReport[]> = fc.array(
  record({
    file: hostile.map((text) => `spec-${text}`),
    text: fc.array(hostile, { maxLength: 4 }).map((lines) => lines.join('\n')),
    documents: fc.nat(4),
    findings: fc.array(finding, { maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 3 },
);

const run = { failOn: 'warning' as const, isComplete: true, policyRules: [] };
const runs = process.env.SHAPEGATE_LONG === '1' ? 3000 : 200;

function shownOf(all: readonly FileReport[]): readonly Finding[] {
  return all.flatMap(({ findings }) => findings.filter(({ suppressed }) => suppressed === null));
}

/** What a terminal or CI would act on; of GitHub's own orders those are ours that the caller counts. */
function assertHarmless(text: string, orders = 0): void {
  assert.not.match(text, /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/);
  assert.not.match(text, /\p{Surrogate}/u);
  assert.not.match(text, /##\w*\[/);
  assert.is(text.split('\n').filter((line) => line.trim().startsWith('::')).length, orders);
}

function property(check: (all: FileReport[]) => void): void {
  fc.assert(fc.property(reports, check), { numRuns: runs });
}

/** As any encoding of it says it. */
function wellFormed(text: string): string {
  return text.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

test('pretty can forge nothing on a terminal and give CI no order', () => {
  property((all) => {
    for (const width of [null, 20, 80]) {
      const text = formatPretty(all, { color: false, links: false, width });
      assertHarmless(text);
      const colored = formatPretty(all, { color: true, links: true, width });
      const bare = colored
        .replaceAll(/\x1b\[(?:0|1|2|31|33|36)m/g, '')
        .replaceAll(/\x1b\]8;;(?:file:\/\/[!-~]*)?\x1b\\/g, '');
      // A line loses the spaces at its end only where no colour stands behind them.
      assert.is(bare.replaceAll(/ +$/gm, ''), text.replaceAll(/ +$/gm, ''));
    }
  });
});

test('json says every value as it is', () => {
  property((all) => {
    const text = formatJson(all);
    assertHarmless(text);
    const { files } = JSON.parse(text) as { readonly files: readonly FileReport[] };
    for (const [index, { file, findings }] of all.entries()) {
      assert.is(files[index]?.file, file);
      assert.equal(
        files[index]?.findings.map(({ rule, message, help, pointer, fix, related, suppressed }) => [
          rule,
          message,
          help,
          pointer,
          fix,
          related,
          suppressed,
        ]),
        findings.map(({ rule, message, help, pointer, fix, related, suppressed }) => [
          rule,
          message,
          help,
          pointer,
          fix,
          related,
          suppressed,
        ]),
      );
    }
  });
});

test('sarif is valid, has no placeholder and no link, and its addresses lead back to the files', () => {
  property((all) => {
    const text = formatReport('sarif', all, run);
    assertHarmless(text);
    const log = JSON.parse(text) as {
      readonly runs: readonly [
        {
          readonly artifacts: readonly { readonly location: { readonly uri: string } }[];
          readonly results: readonly { readonly message: { readonly text: string } }[];
        },
      ];
    };
    assert.equal(findSarifFaults(log), []);
    const [{ artifacts, results }] = log.runs;
    assert.equal(
      artifacts.map(({ location }) => decodeURIComponent(location.uri)),
      [...new Set(all.map(({ file }) => file))].map(wellFormed),
    );
    for (const { location } of artifacts) assert.match(location.uri, /^[\w/.~!*'()%-]+$/);
    for (const { message } of results) {
      assert.not.match(message.text.replaceAll(/\{\{|\}\}/g, ''), /[{}]/);
      assert.not.match(message.text, /(?<!\\)(?:\\\\)*\]\(/);
    }
  });
});

test('junit is valid, and has what was found and nothing more', () => {
  property((all) => {
    const text = formatReport('junit', all, run);
    assertHarmless(text);
    validateJunit(text);
    assert.is(readElements(text, 'testsuite').length, all.length);
    const shown = shownOf(all).filter(({ severity }) => severity !== 'info');
    assert.is(readElements(text, 'failure').length, shown.length);
    const names = new Set(readElements(text, '*').map(({ name }) => name));
    for (const name of names)
      assert.ok(['testsuites', 'testsuite', 'testcase', 'failure', 'skipped', 'system-out'].includes(name), name);
  });
});

test('checkstyle can be read, and keeps every character that XML can hold', () => {
  property((all) => {
    const text = formatReport('checkstyle', all, run);
    assertHarmless(text);
    const shown = shownOf(all);
    const errors = readElements(text, 'error');
    assert.is(errors.length, shown.length);
    const show = (one: string) =>
      wellFormed(one)
        .replaceAll(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, (character) =>
          String.fromCharCode(0x2400 + character.charCodeAt(0)),
        )
        .replaceAll(/[\ufffe\uffff]/g, '\ufffd');
    for (const [index, { message, help, rule }] of shown.entries()) {
      assert.is(errors[index]?.attributes.message, show(help === '' ? message : `${message}\n${help}`));
      assert.is(errors[index]?.attributes.source, show(`shapegate.${rule}`));
    }
    assert.is(readElements(text, '*').length, 1 + all.length + shown.length);
  });
});

test('github gets one order a finding, each of one line and with its own properties', () => {
  property((all) => {
    const shown = shownOf(all);
    const text = formatReport('github', all, run);
    assertHarmless(text, shown.length);
    const lines = text.split('\n').slice(0, -1);
    assert.is(lines.length, shown.length);
    for (const line of lines)
      assert.match(
        line,
        /^::(?:error|warning|notice) file=[^,:]+,line=\d+,(?:col=\d+,endColumn=\d+|endLine=\d+),title=[^,:]*::/,
      );
  });
});

test('gitlab says every value as it is, and names each finding once', () => {
  property((all) => {
    const text = formatReport('gitlab', all, run);
    assertHarmless(text);
    const issues = JSON.parse(text) as { readonly description: string; readonly fingerprint: string }[];
    assert.equal(
      issues.map(({ description }) => description),
      shownOf(all).map(({ message, help }) => (help === '' ? message : `${message}: ${help}`)),
    );
    assert.is(new Set(issues.map(({ fingerprint }) => fingerprint)).size, issues.length);
  });
});

function listTokens(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token) => {
    const below: Token[] = [];
    if ('tokens' in token && token.tokens !== undefined) below.push(...token.tokens);
    if (token.type === 'table')
      for (const cell of [...token.header, ...token.rows.flat()] as { readonly tokens: Token[] }[])
        below.push(...cell.tokens);
    return [token, ...listTokens(below)];
  });
}

test('markdown is one table, without a link, an image, a mention or an element that is not ours', () => {
  property((all) => {
    const shown = shownOf(all);
    const text = formatReport('markdown', all, run);
    assertHarmless(text);
    const tokens = listTokens(marked.lexer(text));
    const table = tokens.find(({ type }) => type === 'table');
    assert.is((table as { rows?: unknown[] } | undefined)?.rows?.length ?? 0, shown.length);
    const allowed = ['table', 'text', 'html', 'paragraph', 'strong', 'codespan', 'space', 'escape'];
    for (const { type, raw } of tokens) {
      assert.ok(allowed.includes(type), `${type}: ${raw}`);
      if (type === 'html') assert.match(raw, /^(?:<code>|<\/code>|<br>|<!-- shapegate -->\n*)$/);
    }
    const rendered = marked.parse(text, { async: false }).replaceAll(/<code>[^<]*<\/code>/g, '');
    assert.not.match(rendered, /<a\b|<img|<script/);
    assert.not.match(rendered, /(?:@|&#64;)[\w]/);
  });
});

test('markdown keeps within what a comment may have, and counts the rest', async () => {
  const { formatMarkdown } = await import('../../packages/cli/src/format/markdown.ts');
  const findings = Array.from(
    { length: 2000 },
    (_, index): Finding => ({
      rule: 'name/charset',
      severity: 'error',
      message: `found \`${'|'.repeat(50)}\` ${index}`,
      help: '',
      pointer: '',
      document: 0,
      range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
      related: [],
      fix: null,
      suppressed: null,
      valueHash: 'sha256:0',
    }),
  );
  const text = formatMarkdown([{ file: 'a.yaml', text: '', documents: 1, findings }], 60_000);
  assert.ok(text.length <= 60_000);
  const shown = text.split('\n').filter((line) => line.startsWith('| error')).length;
  assert.match(text, `… and ${2000 - shown} more findings.\n`);
  const [long] = findings;
  assert.ok(long !== undefined);
  const cut = formatMarkdown(
    [{ file: 'a.yaml', text: '', documents: 1, findings: [{ ...long, message: 'x'.repeat(1 << 20) }] }],
    60_000,
  );
  assert.match(cut, /x{2000}…/);
});

test.run();
