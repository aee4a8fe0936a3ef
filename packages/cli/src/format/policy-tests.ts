import type { Range } from '@shapegate/validator';
import type { PolicyRemark, RuleCoverage, RuleMutation } from '@shapegate/validator/policy';
import { escapeLine, escapeText, writeJson } from './escape.ts';

/** How the tests of policies went. */
export interface PolicyTestReport {
  readonly rules: readonly TestedRule[];
  /** Percent of the branches that must be covered; null where nothing was asked. */
  readonly threshold: number | null;
  readonly hasFailed: boolean;
}

export interface TestedRule {
  readonly rule: string;
  /** Where the rule is stated. */
  readonly file: string;
  readonly line: number;
  readonly tests: readonly TestedRequest[];
  /** Null where it was not asked for. */
  readonly coverage: RuleCoverage | null;
  readonly mutation: RuleMutation | null;
}

export interface TestedRequest {
  readonly expects: 'pass' | 'fail';
  readonly index: number;
  readonly file: string;
  readonly range: Range;
  /** Null where the test holds. */
  readonly fault: string | null;
}

/** Writes the report for people, for programs, or for a build server. */
export function writeTestReport(report: PolicyTestReport, format: 'pretty' | 'json' | 'junit'): string {
  if (format === 'json') return writeAnswer(report);
  return format === 'junit' ? writeJunit(report) : writePretty(report);
}

function percentOf({ covered, total }: RuleCoverage): number {
  return total === 0 ? 100 : Math.floor((covered * 100) / total);
}

function placeOf({ file, range: { start } }: { readonly file: string; readonly range: Range }): string {
  return `${escapeLine(file)}:${start.line}:${start.column}`;
}

function writePretty({ rules, threshold }: PolicyTestReport): string {
  const lines: string[] = [];
  let passed = 0;
  let failed = 0;
  for (const { rule, tests, coverage, mutation } of rules) {
    const faults = tests.filter(({ fault }) => fault !== null);
    passed += tests.length - faults.length;
    failed += faults.length;
    const parts = [`${tests.length - faults.length} of ${tests.length} tests hold`];
    if (coverage !== null) parts.push(`${percentOf(coverage)}% of ${coverage.total} branches`);
    if (mutation !== null)
      parts.push(`${mutation.killed} of ${mutation.killed + mutation.survivors.length} changes noticed`);
    lines.push(`${rule}: ${parts.join(', ')}`);
    for (const test of faults) lines.push(`  ${placeOf(test)} ${escapeText(test.fault ?? '')}`);
    if (coverage !== null && percentOf(coverage) < (threshold ?? 101)) lines.push(...coverage.missing.map(writeRemark));
    if (mutation !== null) lines.push(...mutation.survivors.map(writeRemark));
  }
  lines.push('', `${passed} passed, ${failed} failed, in ${rules.length} ${rules.length === 1 ? 'rule' : 'rules'}`);
  return `${lines.join('\n')}\n`;
}

function writeRemark(remark: PolicyRemark): string {
  return `  ${placeOf(remark)} ${escapeText(remark.message)}`;
}

function writeAnswer({ rules, threshold, hasFailed }: PolicyTestReport): string {
  const tests = rules.flatMap((each) => each.tests);
  const failed = tests.filter(({ fault }) => fault !== null).length;
  const answer = {
    version: 1,
    rules: rules.map(({ rule, file, tests: own, coverage, mutation }) => ({
      rule,
      file,
      tests: own.map(({ expects, index, file: where, range, fault }) => ({
        expects,
        index,
        file: where,
        range,
        passed: fault === null,
        message: fault,
      })),
      coverage: coverage === null ? null : Object.assign({ percent: percentOf(coverage) }, coverage),
      mutation,
    })),
    summary: {
      rules: rules.length,
      tests: tests.length,
      passed: tests.length - failed,
      failed,
      threshold,
      ok: !hasFailed,
    },
  };
  return writeJson(answer);
}

function escapeXml(text: string): string {
  const legal = text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
  return legal
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}

function writeJunit({ rules, threshold }: PolicyTestReport): string {
  const suites = rules.map((tested) => {
    const cases = listCases(tested, threshold);
    const failures = cases.filter(({ failure }) => failure !== null).length;
    const body = cases.map(({ name, file, line, failure }) => {
      const open = `    <testcase classname="${escapeXml(tested.rule)}" name="${escapeXml(name)}" file="${escapeXml(file)}" line="${line}"`;
      return failure === null
        ? `${open}/>`
        : `${open}>\n      <failure message="${escapeXml(failure)}"/>\n    </testcase>`;
    });
    const head = `  <testsuite name="${escapeXml(tested.rule)}" tests="${cases.length}" failures="${failures}">`;
    return { tests: cases.length, failures, text: [head, ...body, '  </testsuite>'].join('\n') };
  });
  const sum = (key: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites tests="${sum('tests')}" failures="${sum('failures')}">`,
    ...suites.map(({ text }) => text),
    '</testsuites>\n',
  ].join('\n');
}

interface JunitCase {
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly failure: string | null;
}

function listCases({ file, line, tests, coverage, mutation }: TestedRule, threshold: number | null): JunitCase[] {
  const cases = tests.map(
    ({ expects, index, file: where, range, fault }): JunitCase => ({
      name: `${expects} ${index + 1}`,
      file: where,
      line: range.start.line,
      failure: fault,
    }),
  );
  for (const { file: where, range, message } of mutation?.survivors ?? [])
    cases.push({ name: message, file: where, line: range.start.line, failure: message });
  if (coverage !== null && threshold !== null) {
    const percent = percentOf(coverage);
    const failure = percent < threshold ? `${percent}% of the branches are covered, expected ${threshold}%` : null;
    cases.push({ name: 'coverage', file, line, failure });
  }
  return cases;
}
